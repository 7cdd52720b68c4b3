import { z } from 'zod';
import { REASON_CODES } from '../rules/reasons.js';
import { STAGES, type Stage, type Verdict } from '../rules/stages.js';
import { Act } from './act.js';
import { freeText, Id, IsoDate, say } from './common.js';
import { FINDINGS } from './outcome.js';

const words = freeText(4000);
const reasonCode = z.enum(REASON_CODES, say('请从列表中选择理由', 'Choose a reason from the list'));
const paperIds = z.array(Id).max(50);
const quantity = z.number().int().positive(say('请填写核定数量', 'Give the quantity'));

const reasoned = { reasonCode: reasonCode.optional(), words: words.optional() };
/** All defects in one notice (一次性告知). */
const defects = { defects: z.array(freeText(500)).max(30).optional() };
const onSite = { visitedOn: IsoDate.optional(), site: freeText(300).optional(), paperIds: paperIds.optional() };
const posting = { onDay: IsoDate.optional(), witness: freeText(60).optional(), paperIds: paperIds.optional() };

/** What an official's decision may say, stage by stage, besides its verdict. */
const FIELDS = {
  initialCheck: { ...reasoned, ...defects },
  townshipVerification: { ...reasoned, ...defects, ...onSite, quantity: quantity.optional() },
  projectApproval: { ...reasoned, ...defects },
  noticePosting: { ...posting, words: words.optional() },
  publicNotice: { ...posting, words: words.optional() },
  objectionHearing: { ...reasoned, words, quantity: quantity.optional() },
  internalReview: { ...reasoned },
  acceptanceInspection: { ...reasoned, ...onSite, quantity: quantity.optional() },
  paymentPreparation: { words: words.optional() },
  paymentReview: { ...reasoned },
  householdChange: { ...reasoned },
  performanceReview: {
    finding: z.enum(FINDINGS).optional(),
    score: z.number().int().min(0).max(100, say('得分为0至100', 'A score is 0 to 100')).optional(),
    visitedOn: IsoDate.optional(),
    words: words.optional(),
    paperIds: paperIds.optional(),
  },
} as const satisfies Partial<Record<Stage, z.core.$ZodLooseShape>>;

export type DecidedStage = keyof typeof FIELDS;

const at = <S extends DecidedStage>(stage: S) =>
  z.strictObject({
    stage: z.literal(stage),
    verdict: z.enum(
      STAGES[stage].verdicts as readonly [Verdict, ...Verdict[]],
      say('请选择此环节可作出的决定', 'Choose a decision that is possible at this stage'),
    ),
    ...FIELDS[stage],
  });

/** What an official decides, with the stage that he saw. */
export const Decision = z
  .discriminatedUnion('stage', [
    at('initialCheck'),
    at('townshipVerification'),
    at('projectApproval'),
    at('noticePosting'),
    at('publicNotice'),
    at('objectionHearing'),
    at('internalReview'),
    at('acceptanceInspection'),
    at('paymentPreparation'),
    at('paymentReview'),
    at('householdChange'),
    at('performanceReview'),
  ])
  .meta({ id: 'Decision' });
export type Decision = z.infer<typeof Decision>;

/** What any decision may say, whatever its stage. */
export interface DecisionParts {
  readonly reasonCode?: string | undefined;
  readonly words?: string | undefined;
  readonly defects?: readonly string[] | undefined;
  readonly quantity?: number | undefined;
  readonly paperIds?: readonly string[] | undefined;
  readonly visitedOn?: string | undefined;
  readonly site?: string | undefined;
  readonly onDay?: string | undefined;
  readonly witness?: string | undefined;
  readonly finding?: string | undefined;
  readonly score?: number | undefined;
}

/** A first signature waiting for the second, as the task keeps it (Task.proposal): the act without its cosigner. */
export const Proposal = Act.omit({ cosigner: true });
export type Proposal = z.infer<typeof Proposal>;

export const Signature = z.strictObject({
  digest: z.string().regex(/^[0-9a-f]{64}$/, say('请重新打开任务后签字', 'Open the task again before you sign')),
  /** False gives the task back to the first official. */
  agrees: z.boolean(),
});

/** The first of two signatures is on the task; somebody else must sign too. */
export const AwaitsSignature = z
  .object({ caseNo: z.string(), awaitsSecondSignature: z.literal(true), digest: z.string() })
  .meta({ id: 'AwaitsSignature' });
