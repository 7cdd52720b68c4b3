import { z } from 'zod';
import type { TransferBatch } from '../bank.js';

/** Why a bank gives money back: codes of `domain/texts/money.ts`. */
export const returnReason = z.enum(['ACCOUNT_CLOSED', 'ACCOUNT_UNKNOWN', 'ACCOUNT_FROZEN', 'NAME_MISMATCH']);
export type ReturnReason = z.infer<typeof returnReason>;

/** The name of an order, of a file, of a batch: it may become part of a file's name. */
export const token = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/);
export const reference = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);

const transferOrder = z.strictObject({
  reference,
  amountFen: z.int().positive(),
  payeeName: z.string().min(1).max(140),
  payeeAccount: z.string().regex(/^\d{8,32}$/),
  // Not every kind of file has room for these.
  payeeBank: z.string().max(140),
  remark: z.string().max(200),
});

/** A county's orders in one file. */
const transferBatch = z.strictObject({
  batchNo: token,
  countyCode: z.string().regex(/^\d{6}$/),
  createdAt: z.iso.datetime(),
  orders: z.array(transferOrder).min(1).max(5000),
});

export const ordersFile = transferBatch.extend({ count: z.int(), sumFen: z.int() });

/** The bank can't take the file as it is: it cannot be read, names an order twice, or its control totals do not fit. */
export class FileInvalid extends Error {
  constructor() {
    super('The file cannot be read, names an order twice, or its control totals do not fit.');
    this.name = 'FileInvalid';
  }
}

/** What a file says, if it is what the bank takes. @throws FileInvalid */
export function accepted(batch: TransferBatch): TransferBatch {
  const read = transferBatch.safeParse(batch);
  const isOnce = new Set(batch.orders.map((order) => order.reference)).size === batch.orders.length;
  if (!read.success || !isOnce) throw new FileInvalid();
  return read.data;
}

export const payeeQuestion = z.strictObject({ name: z.string(), account: z.string(), bank: z.string() });
export const statementRequest = z.strictObject({ date: z.iso.date() });

/** Which lines of a list: those after the line numbered `after`, at most `limit`. */
export const page = z.strictObject({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
});
