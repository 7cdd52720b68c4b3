import { z } from 'zod';
import { OFFICE_ENDS } from '../rules/entitlement-ends.js';
import { Coded, Fen, freeText, Instant, PageQuery, pageOf, say } from './common.js';
import { LoanView } from './loan.js';

export const EntitlementQuery = z.strictObject({
  ...PageQuery,
  programme: z.string().max(60).optional(),
  state: z.enum(['active', 'ended']).optional(),
});
export type EntitlementQuery = z.infer<typeof EntitlementQuery>;

export const EntitlementView = z
  .object({
    /** Number of the case that granted it. */
    caseNo: z.string(),
    programme: Coded,
    decisionNo: z.string(),
    state: Coded,
    /** Smallest steps of the programme's measure, each period. */
    quantity: z.number().int(),
    personal: z.boolean(),
    grantedAt: Instant,
    /** What is paid next, and when it is due; null where it has ended, or follows from an asset's income. */
    next: z.object({ period: z.string(), dueAt: Instant }).nullable(),
    periodsLeft: z.number().int().nullable(),
    /** Of interest on a loan: the loan as it is now, and what has become of it. */
    loan: LoanView.nullable(),
    ended: z.object({ at: Instant, reason: Coded }).nullable(),
  })
  .meta({ id: 'Entitlement' });
export type EntitlementView = z.infer<typeof EntitlementView>;
export const EntitlementPage = pageOf(EntitlementView);

/** What paid, or did not pay, a period. */
const EntitlementRun = z
  .object({
    caseNo: z.string(),
    period: z.string(),
    stage: Coded,
    running: z.boolean(),
    amountFen: Fen,
    outcome: Coded.nullable(),
    /** What the year's review found, where it asked about this one. */
    finding: Coded.nullable(),
    madeAt: Instant,
  })
  .meta({ id: 'EntitlementRun' });

export const RunQuery = z.strictObject(PageQuery);
export type RunQuery = z.infer<typeof RunQuery>;
export const RunPage = pageOf(EntitlementRun);

export const EntitlementEnd = z.strictObject({
  reason: z.enum(OFFICE_ENDS, say('请选择停止发放的原因', 'Choose why it ends')),
  words: freeText(4000),
});
export type EntitlementEnd = z.infer<typeof EntitlementEnd>;
