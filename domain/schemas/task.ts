import { z } from 'zod';
import { AreaCode, AreaName, Bilingual, Coded, Fen, Id, Instant, IsoDate, PageQuery, QueryFlag } from './common.js';
import { StageName } from './act.js';
import { STRANDS } from './application.js';
import { MATTER_KINDS, MATTER_STAGES, type TaskStage } from '../rules/matters.js';
import { HouseholdView } from './household-view.js';
import { LoanBody } from './loan.js';
import { PaperView } from './paper.js';
import { Measure } from './programme.js';

/** A stage of a case, or one at which something waits that is no step of a case. */
export const TaskStageName = z
  .enum([...new Set([...StageName.options, ...MATTER_STAGES])] as [TaskStage, ...TaskStage[]])
  .meta({ id: 'TaskStage' });

export const TaskQuery = z.strictObject({
  ...PageQuery,
  /** Only what I have claimed. */
  mine: QueryFlag.optional(),
  /** Only what nobody has claimed. */
  group: QueryFlag.optional(),
  overdue: QueryFlag.optional(),
  stage: TaskStageName.optional(),
  programme: z.string().max(60).optional(),
  township: AreaCode.optional(),
  /** Part of the number of a case, a bundle or a notice. */
  text: z.string().trim().max(40).optional(),
  /** Due on days from and until, both counted. */
  dueFrom: IsoDate.optional(),
  dueUntil: IsoDate.optional(),
  sort: z.enum(['due', 'opened']).default('due'),
});
export type TaskQuery = z.infer<typeof TaskQuery>;

const AnyTask = {
  id: Id,
  /** The number under which it is known: of the case, the bundle, the notice. */
  no: z.string(),
  stage: Coded,
  role: Coded,
  programme: Coded,
  /** Of what many households apply for together, the area that applies. */
  village: AreaName,
  quantityText: Bilingual,
  openedAt: Instant,
  /** Not to be done before: the end of a notice. */
  notBefore: Instant.nullable(),
  dueAt: Instant.nullable(),
  overdue: z.boolean(),
  claimedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
  awaitsSecondSignature: z.boolean(),
};

/** A step of a case. */
export const CaseTask = z
  .object({
    ...{ ...AnyTask, kind: z.literal('case'), caseNo: z.string(), applicationId: z.string() },
    ...{ strand: z.enum(STRANDS), subject: z.string(), quantity: z.number().int(), amountFen: z.number().int() },
  })
  .meta({ id: 'CaseTask' });
export type CaseTask = z.infer<typeof CaseTask>;

/** What waits and is no step of a case: a bundle, a joint notice, a second signature under a claim or a set-off. */
const MatterTask = z
  .object({
    ...{ ...AnyTask, kind: z.enum(MATTER_KINDS) },
    /** In which money is claimed back, or that granted the entitlement; null of what is about many households. */
    caseNo: z.string().nullable(),
    amountFen: z.number().int().nullable(),
  })
  .meta({ id: 'MatterTask' });
export type MatterTask = z.infer<typeof MatterTask>;

/** Each is decided at a place of its own, by its kind. */
export const TaskView = z.discriminatedUnion('kind', [CaseTask, MatterTask]).meta({ id: 'Task' });
export type TaskView = z.infer<typeof TaskView>;

export const TaskPage = z.object({
  items: z.array(TaskView),
  next: z.string().nullable(),
  /** Of all that I may see, without the filters. */
  counts: z.object({ mine: z.number().int(), group: z.number().int(), overdue: z.number().int() }),
});

const ProposalView = z.object({
  /** To be sent with the second signature: one signs what one has seen. */
  digest: z.string(),
  by: z.object({ id: z.string(), name: z.string(), office: z.string() }),
  verdict: Coded,
  reason: Coded.nullable(),
  words: z.string().nullable(),
  quantity: z.number().int().nullable(),
  /** What is paid for that quantity, by the standard of the case; null where none is given. */
  amountFen: Fen.nullable(),
  papers: z.array(PaperView),
});
export type ProposalView = z.infer<typeof ProposalView>;

export const TaskDetail = CaseTask.extend({
  closedAt: Instant.nullable(),
  /** Why whoever reads it may not decide; then there are no verdicts. */
  obstacle: Coded.nullable(),
  /** 代理: the absent official in whose place its reader would decide it; null where he decides as himself. */
  inAbsenceOf: z.string().nullable(),
  verdicts: z.array(Coded.extend({ reasons: z.array(Coded) })),
  signatures: z.number().int(),
  findings: z.array(Coded.extend({ severity: z.enum(['blocking', 'warning']) })),
  /** Whose case it is, by name: the head of the household, or the payee. */
  applicant: z.string(),
  /** Null in a payee's own case. */
  household: HouseholdView.nullable(),
  papers: z.array(PaperView),
  plan: z.string().nullable(),
  /** What the programme measures: how a quantity is written. */
  measure: Measure,
  /** Of interest: the loan, whose quantity is its principal times the days of a year on which it is used. */
  loan: LoanBody.nullable(),
  /** 长期租赁: for how many months a rent may be granted; null where the programme pays none. */
  rent: z.object({ minimum: z.number().int(), maximum: z.number().int() }).nullable(),
  /** What the task is about: the words of an objection, the kind of a change in the household. */
  about: z.string().nullable(),
  /** Of a performance review: what it looks at, by the programme; each is answered in this order. */
  looksAt: z.array(Bilingual),
  proposal: ProposalView.nullable(),
}).meta({ id: 'TaskDetail' });
export type TaskDetail = z.infer<typeof TaskDetail>;
