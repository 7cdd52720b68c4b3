import { z } from 'zod';
import { OUTCOME_KINDS } from '../texts/endings.js';
import { StageName } from './act.js';
import { STRANDS } from './application.js';
import {
  AreaCode,
  AreaName,
  Bilingual,
  Coded,
  Fen,
  Instant,
  PageQuery,
  pageOf,
  Person,
  QueryFlag,
  say,
  Sha256,
} from './common.js';

/** Which cases: those of an area and a year. */
export const AuditScope = z.strictObject({
  /** Year of the case number. */
  year: z
    .string()
    .regex(/^\d{4}$/, say('请填写四位年份', 'Give the year in four digits'))
    .optional(),
  /** County, township or village. */
  area: AreaCode.optional(),
});
export type AuditScope = z.infer<typeof AuditScope>;

export const AuditCaseQuery = z.strictObject({
  ...PageQuery,
  ...AuditScope.shape,
  /** Part of a case number. */
  text: z.string().trim().max(40).optional(),
  programme: z.string().max(60).optional(),
  stage: StageName.optional(),
  outcome: z.enum(OUTCOME_KINDS, say('请选择办理结果', 'Choose how it ended')).optional(),
  running: QueryFlag.optional(),
  /** Where this official decided. */
  official: z.string().max(60).optional(),
  /** At least so much, fen. */
  fromFen: z.coerce.number().int().nonnegative().optional(),
});
export type AuditCaseQuery = z.infer<typeof AuditCaseQuery>;

export const AuditCase = z
  .object({
    caseNo: z.string(),
    programme: Coded,
    village: AreaName,
    stage: Coded,
    running: z.boolean(),
    outcome: Coded.nullable(),
    amountFen: Fen,
    decisionNo: z.string().nullable(),
    submittedAt: Instant,
    closedAt: Instant.nullable(),
    /** Whether its whole history is kept beside the engine's. */
    sealed: z.boolean(),
  })
  .meta({ id: 'AuditCase' });
export type AuditCase = z.infer<typeof AuditCase>;
export const AuditCasePage = pageOf(AuditCase);

/** A paper that a step relies on, as its history names it; name and address are null where none with this content is kept. */
export const StoryPaper = z
  .object({ sha256: Sha256, name: Bilingual.nullable(), address: z.string().nullable() })
  .meta({ id: 'StoryPaper' });
export type StoryPaper = z.infer<typeof StoryPaper>;

/** A step of a case as its history has it. */
export const StoryEntry = z
  .object({
    strand: z.enum(STRANDS),
    seq: z.number().int(),
    kind: z.string(),
    at: Instant,
    text: Bilingual,
    /** Names are those of the sealed register. */
    who: z.array(Person),
    /** What was written with it; null where nothing was. */
    words: z.string().nullable(),
    papers: z.array(StoryPaper),
    /** Until when the stage had to be done, and whether it was; null where it has no deadline. */
    dueAt: Instant.nullable(),
    kept: z.boolean().nullable(),
    amountFen: Fen.nullable(),
  })
  .meta({ id: 'StoryEntry' });
export type StoryEntry = z.infer<typeof StoryEntry>;

/** A difference that the checks found: where, and what stands on either side. */
export const ProofFinding = z
  .object({
    kind: Coded,
    subject: z.string(),
    at: z.string().nullable(),
    proved: z.string().nullable(),
    found: z.string().nullable(),
  })
  .meta({ id: 'ProofFinding' });
export type ProofFinding = z.infer<typeof ProofFinding>;

/** The story of a case, from its histories and not from the tables. */
export const CaseStory = z
  .object({
    caseNo: z.string(),
    entries: z.array(StoryEntry),
    /** Its workflows, with the runs that their histories have. */
    workflows: z.array(
      z.object({
        workflowId: z.string(),
        strand: z.enum(STRANDS).nullable(),
        running: z.boolean(),
        sealed: z.boolean(),
        events: z.number().int(),
      }),
    ),
    /** What the checks found that need no replay. */
    findings: z.array(ProofFinding),
  })
  .meta({ id: 'CaseStory' });
export type CaseStory = z.infer<typeof CaseStory>;

export const HistoryQuery = z.strictObject({
  ...PageQuery,
  strand: z.enum(STRANDS).default('case'),
  /** With payloads opened; without it, as the engine keeps them. */
  opened: QueryFlag.default(false),
});
export type HistoryQuery = z.infer<typeof HistoryQuery>;

/** An event as the engine has it. */
export const HistoryEventView = z
  .object({ runId: z.string(), eventId: z.string(), eventType: z.string(), event: z.record(z.string(), z.unknown()) })
  .meta({ id: 'HistoryEvent' });
export type HistoryEventView = z.infer<typeof HistoryEventView>;
export const HistoryPage = pageOf(HistoryEventView);
