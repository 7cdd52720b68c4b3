import { z } from 'zod';
import { FITS } from '../rules/reconciliation.js';
import { Coded, CountyCode, Fen, Instant, IsoDate, PageQuery, pageOf, Person, QueryFlag, say } from './common.js';
import { DiscrepancyView } from './discrepancy.js';

export const ReconciliationQuery = z.strictObject({
  ...PageQuery,
  county: CountyCode.optional(),
  /** Days from and until, both counted. */
  from: IsoDate.optional(),
  until: IsoDate.optional(),
  signed: QueryFlag.optional(),
});
export type ReconciliationQuery = z.infer<typeof ReconciliationQuery>;

export const ReconciliationParams = z.strictObject({ county: CountyCode, date: IsoDate });
export const ReconciliationLineQuery = z.strictObject({ ...PageQuery, fit: z.enum(FITS).optional() });
export type ReconciliationLineQuery = z.infer<typeof ReconciliationLineQuery>;
export const ReconciliationReportQuery = z.strictObject({ format: z.enum(['xlsx', 'csv']).default('xlsx') });

export const ReconciliationView = z
  .object({
    county: z.string(),
    date: z.string(),
    matched: z.number().int(),
    matchedFen: Fen,
    missingAtBank: z.number().int(),
    missingHere: z.number().int(),
    amountDiffers: z.number().int(),
    /** Whether the bank's statement is of the whole day, or it had its time to send it. */
    complete: z.boolean(),
    /** Names of the statements that were compared. */
    statements: z.array(z.string()),
    /** What is signed. */
    digest: z.string(),
    madeAt: Instant,
    signed: z.object({ by: Person, at: Instant }).nullable(),
  })
  .meta({ id: 'Reconciliation' });
export type ReconciliationView = z.infer<typeof ReconciliationView>;
export const ReconciliationPage = pageOf(ReconciliationView);

export const ReconciliationLineView = z
  .object({
    line: z.number().int(),
    fit: Coded,
    reference: z.string(),
    says: Coded,
    /** What the ledger has, and what the bank has; null where it has none. */
    ourFen: Fen.nullable(),
    bankFen: Fen.nullable(),
    /** Null where it fits, and while the result of an order on its way is awaited. */
    discrepancy: DiscrepancyView.nullable(),
  })
  .meta({ id: 'ReconciliationLine' });
export type ReconciliationLineView = z.infer<typeof ReconciliationLineView>;

/** A day with a page of its lines, and what keeps it from being signed. */
export const ReconciliationDetail = ReconciliationView.extend({
  lines: pageOf(ReconciliationLineView),
  unsettled: z.number().int(),
  /** Found in statements of this day but in none of its lines: what belongs to no county, and what came after the signature. */
  further: z.array(DiscrepancyView),
}).meta({ id: 'ReconciliationDetail' });
export type ReconciliationDetail = z.infer<typeof ReconciliationDetail>;

export const ReconciliationSignature = z.strictObject({
  digest: z.string().regex(/^[0-9a-f]{64}$/, say('请重新打开当日对账后签字', 'Open the day again before you sign')),
});
