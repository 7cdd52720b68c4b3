import { z } from 'zod';
import { BATCH_STATES } from '../texts/bank.js';
import { AreaCode, AreaName, Coded, Fen, Instant, PageQuery, pageOf, Person } from './common.js';
import { BankFileView } from './payment-way.js';

type BatchState = keyof typeof BATCH_STATES;
const BATCH_STATE_NAMES = Object.keys(BATCH_STATES) as [BatchState, ...BatchState[]];

export const BatchParams = z.strictObject({ no: z.string().regex(/^\d{6}-B\d{8}-\d+$/) });
export const BatchQuery = z.strictObject({
  ...PageQuery,
  county: AreaCode.optional(),
  state: z.enum(BATCH_STATE_NAMES).optional(),
});
export type BatchQuery = z.infer<typeof BatchQuery>;

/** 支付批次: a county's reviewed orders in one file to the bank. */
export const BatchView = z
  .object({
    no: z.string(),
    county: AreaName,
    state: Coded,
    /** Control totals, once it was filled. */
    orders: z.number().int().nullable(),
    sumFen: Fen.nullable(),
    /** Who sent it before the cut-off; null at the cut-off. */
    createdBy: Person.nullable(),
    createdAt: Instant,
    sentAt: Instant.nullable(),
    takenAt: Instant.nullable(),
    endedAt: Instant.nullable(),
  })
  .meta({ id: 'PaymentBatch' });
export type BatchView = z.infer<typeof BatchView>;
export const BatchPage = pageOf(BatchView);

export const BatchDetail = BatchView.extend({
  /** Whether it is on hold as a whole. */
  onHold: z.boolean(),
  /** Where its orders are. */
  counts: z.array(z.object({ state: Coded, orders: z.number().int(), sumFen: Fen })),
  /** The file that went to the bank, and the reports about it, in the order in which they came. */
  files: z.array(BankFileView.extend({ kind: Coded })),
}).meta({ id: 'PaymentBatchDetail' });
export type BatchDetail = z.infer<typeof BatchDetail>;

export const BatchSent = z.object({ no: z.string(), state: Coded }).meta({ id: 'PaymentBatchSent' });
