import { z } from 'zod';
import { CaseNo, Coded, freeText, Id, Instant, IsoDate, PageQuery, pageOf, Person, QueryFlag, say } from './common.js';

export const AUDIT_FINDING_STATES = ['open', 'answered', 'closed'] as const;
export const AUDIT_FINDING_ACTS = ['raised', 'answered', 'returned', 'closed'] as const;
export type AuditFindingState = (typeof AUDIT_FINDING_STATES)[number];
export type AuditFindingAct = (typeof AUDIT_FINDING_ACTS)[number];

/** What an auditor finds in a case, and which office is to answer it by when. */
export const NewAuditFinding = z.strictObject({
  officeId: z.string(say('请选择答复的办公室', 'Choose which office is to answer')).min(1).max(60),
  dueOn: IsoDate,
  words: freeText(2000),
});
export type NewAuditFinding = z.infer<typeof NewAuditFinding>;
export const AuditFindingWords = z.strictObject({ words: freeText(2000) });
export const AuditFindingParams = z.strictObject({ id: Id });

export const AuditFindingQuery = z.strictObject({
  ...PageQuery,
  state: z.enum(AUDIT_FINDING_STATES, say('请选择状态', 'Choose a state')).optional(),
  caseNo: CaseNo.optional(),
  /** Those that wait for whoever asks: an office for its answer, an auditor for his look at it. */
  awaited: QueryFlag.optional(),
});
export type AuditFindingQuery = z.infer<typeof AuditFindingQuery>;

export const AuditFindingView = z
  .object({
    id: z.string(),
    caseNo: z.string(),
    office: z.object({ id: z.string(), name: z.string() }),
    state: Coded,
    dueOn: IsoDate,
    overdue: z.boolean(),
    raisedAt: Instant,
    closedAt: Instant.nullable(),
    /** What was said about it, in order; null words once the household is erased. */
    entries: z.array(z.object({ act: Coded, by: Person, at: Instant, words: z.string().nullable() })),
  })
  .meta({ id: 'AuditFinding' });
export type AuditFindingView = z.infer<typeof AuditFindingView>;
export const AuditFindingPage = pageOf(AuditFindingView);

/** Offices that may be asked about a case: those that acted in it first. */
export const CaseOffices = z
  .object({ items: z.array(z.object({ id: z.string(), name: z.string(), acted: z.boolean() })) })
  .meta({ id: 'CaseOffices' });
export type CaseOffices = z.infer<typeof CaseOffices>;
