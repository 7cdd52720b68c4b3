import { z } from 'zod';

/** Why a bank gives money back. */
export const returnReason = z.enum(['ACCOUNT_CLOSED', 'NAME_MISMATCH']);
export type ReturnReason = z.infer<typeof returnReason>;

export const reference = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);

export const transferOrder = z.strictObject({
  reference,
  amountFen: z.int().positive(),
  payeeName: z.string().min(1).max(100),
  payeeAccount: z.string().regex(/^\d{8,32}$/),
  payeeBank: z.string().min(1).max(100),
  remark: z.string().min(1).max(100),
});

/** What the bank says of an order it has. */
export const orderState = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('accepted') }),
  z.strictObject({ state: z.literal('credited'), creditedAt: z.iso.datetime() }),
  z.strictObject({ state: z.literal('returned'), reasonCode: returnReason }),
]);
export type OrderState = z.infer<typeof orderState>;

export const nothingOfIt = z.strictObject({ state: z.literal('nothingOfIt') });

/** Which lines of a list: those after the line numbered `after`, at most `limit`. */
export const page = z.strictObject({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
});

/** As `page`, of one business day (Asia/Shanghai). */
export const statementPage = page.extend({ date: z.iso.date() });

/** One movement: a credit, or a return (then with the reason). `line` counts from 1 in the order of booking. */
export interface StatementLine {
  readonly line: number;
  readonly reference: string;
  readonly amountFen: number;
  readonly bookedAt: string;
  readonly reasonCode?: ReturnReason;
}
