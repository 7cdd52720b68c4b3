import { z } from 'zod';
import { Coded, Fen, Instant, Sha256 } from './common.js';
import { PayeeName } from './payee.js';
import { FundingPart } from './funding-part.js';
import { PaymentView } from './payment-view.js';

/** A file that went to the bank or came from it, by its name and SHA-256; what is in it stays sealed. */
export const BankFileView = z
  .object({ name: z.string(), sha256: Sha256, lines: z.number().int(), sumFen: Fen, at: Instant })
  .meta({ id: 'BankFile' });
export type BankFileView = z.infer<typeof BankFileView>;

/** The way of a payment order's money: who made and reviewed it, which batch and file took it, every word of the bank. */
export const PaymentWay = PaymentView.extend({
  /** Where province, city and county bear it together: what each of them pays of it, and by which document. */
  parts: z.array(FundingPart),
  instalment: z.number().int(),
  /** The returned order that it follows. */
  replaces: z.string().nullable(),
  schedule: z.object({ no: z.string(), orders: z.number().int().nullable(), sumFen: Fen.nullable() }).nullable(),
  batch: z
    .object({
      ...{ no: z.string(), state: Coded, orders: z.number().int().nullable(), sumFen: Fen.nullable() },
      ...{ sentAt: Instant.nullable(), takenAt: Instant.nullable() },
    })
    .nullable(),
  /** After a restore from a backup the bank turned out to have it. */
  restored: z.boolean(),
  /** Whom of the register of payees it goes to; null where it goes to the household. */
  paidTo: PayeeName.nullable(),
  /** The file that the order left in. */
  file: BankFileView.nullable(),
  /** What the bank said of it, line by line, and what was done about each. */
  words: z.array(
    z.object({
      ...{ file: BankFileView, line: z.number().int(), said: Coded, amountFen: Fen, bookedAt: Instant },
      ...{ reason: Coded.nullable(), effect: Coded },
    }),
  ),
}).meta({ id: 'PaymentWay' });
export type PaymentWay = z.infer<typeof PaymentWay>;
