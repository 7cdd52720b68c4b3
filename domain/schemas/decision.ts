import { z } from 'zod';
import type { ReviewAnswer } from '../rules/review-answers.js';
import { REASON_CODES, type ReasonCode } from '../rules/reasons.js';
import { FOLLOW_UP_POINT_NAMES, type FollowUpPoint } from '../rules/follow-up.js';
import { SETTLEMENT_WAYS } from '../rules/resettlement.js';
import { STAGES, type Stage, type Verdict } from '../rules/stages.js';
import { Act, type Settlement } from './act.js';
import { freeText, Id, PastDate, Quantity, say } from './common.js';
import { ReviewAnswers } from './household-step.js';
import { FINDINGS } from './outcome.js';

const words = freeText(4000);
const reasonCode = z.enum(REASON_CODES, say('请从列表中选择理由', 'Choose a reason from the list'));
const paperIds = z.array(Id).max(50);

const reasoned = { reasonCode: reasonCode.optional(), words: words.optional() };
const MONTHS = say('租期填写整月数，如 36', 'Give the term of the lease in whole months');
const rentMonths = z.number(MONTHS).int(MONTHS).positive(MONTHS);
/** All defects in one notice (一次性告知). */
const defects = { defects: z.array(freeText(500)).max(30).optional() };
const onSite = { visitedOn: PastDate.optional(), site: freeText(300).optional(), paperIds: paperIds.optional() };
const posting = { onDay: PastDate.optional(), witness: freeText(60).optional(), paperIds: paperIds.optional() };

const OfferedSettlement = z.strictObject({
  way: z.enum(
    SETTLEMENT_WAYS,
    say('请选择集中、分散或货币安置', 'Choose a concentrated, scattered or money resettlement'),
  ),
  siteId: Id.optional(),
  plotNo: z.string().trim().min(1).max(20).optional(),
});

/** What the office concerned has done about a point. */
const SETTLED = { words, paperIds: paperIds.optional() };

/** What an official's decision may say, stage by stage, besides its verdict. */
const FIELDS = {
  initialCheck: { ...reasoned, ...defects },
  townshipVerification: { ...reasoned, ...defects, ...onSite, quantity: Quantity.optional() },
  projectApproval: { ...reasoned, ...defects },
  noticePosting: { ...posting, words: words.optional() },
  publicNotice: { ...posting, words: words.optional() },
  objectionHearing: { ...reasoned, words, quantity: Quantity.optional() },
  internalReview: { ...reasoned },
  acceptanceInspection: { ...reasoned, ...onSite, quantity: Quantity.optional() },
  paymentPreparation: { words: words.optional() },
  paymentReview: { ...reasoned },
  accountCorrection: { words: words.optional() },
  reliefDecision: { ...reasoned, ...defects, quantity: Quantity.optional() },
  reliefConfirmation: { ...reasoned },
  entitlementApproval: { ...reasoned, ...defects },
  periodFunding: { ...reasoned },
  householdChange: { ...reasoned },
  consentConfirmation: { ...reasoned, paperIds: paperIds.optional() },
  houseAppraisal: { ...reasoned, ...onSite, quantity: Quantity.optional() },
  housingApproval: { ...reasoned, ...defects, rentMonths: rentMonths.optional() },
  worksAcceptance: { ...reasoned, ...onSite },
  otherHousing: { ...reasoned, ...onSite },
  agreementOffer: { words: words.optional(), settlement: OfferedSettlement.optional() },
  movingInInspection: { ...reasoned, ...onSite },
  homesteadInspection: { ...reasoned, ...onSite },
  followUpVisit: {
    visitedOn: PastDate.optional(),
    site: freeText(300).optional(),
    words: words.optional(),
    paperIds: paperIds.optional(),
    openPoints: z.array(z.enum(FOLLOW_UP_POINT_NAMES)).max(5).optional(),
  },
  residenceSettlement: SETTLED,
  schoolSettlement: SETTLED,
  clinicSettlement: SETTLED,
  workSettlement: SETTLED,
  insuranceSettlement: SETTLED,
  performanceReview: {
    finding: z.enum(FINDINGS).optional(),
    score: z.number().int().min(0).max(100, say('得分为0至100', 'A score is 0 to 100')).optional(),
    answers: ReviewAnswers.optional(),
    visitedOn: PastDate.optional(),
    words: words.optional(),
    paperIds: paperIds.optional(),
  },
} as const satisfies Partial<Record<Stage, z.core.$ZodLooseShape>>;

export type DecidedStage = keyof typeof FIELDS;

const SEEN = {
  visitedOn: say('请填写到现场的日期', 'Give the day of the visit'),
  site: say('请填写项目地点', 'Give the site'),
};
const POSTED = {
  onDay: say('请填写张榜或取下的日期', 'Give the day of posting or taking down'),
  witness: say('请填写见证人', 'Name the witness'),
};
/** What goes on record of what was done away from the desk, where the verdict rests on it. */
const ON_THE_SPOT: {
  readonly [S in Stage]?: { verdicts: readonly Verdict[]; asks: Readonly<Record<string, string>> };
} = {
  townshipVerification: { verdicts: ['pass', 'amend'], asks: SEEN },
  acceptanceInspection: { verdicts: STAGES.acceptanceInspection.verdicts, asks: SEEN },
  houseAppraisal: { verdicts: STAGES.houseAppraisal.verdicts, asks: SEEN },
  worksAcceptance: { verdicts: STAGES.worksAcceptance.verdicts, asks: SEEN },
  otherHousing: { verdicts: ['housed'], asks: SEEN },
  movingInInspection: { verdicts: STAGES.movingInInspection.verdicts, asks: SEEN },
  homesteadInspection: { verdicts: STAGES.homesteadInspection.verdicts, asks: SEEN },
  followUpVisit: { verdicts: STAGES.followUpVisit.verdicts, asks: SEEN },
  noticePosting: { verdicts: STAGES.noticePosting.verdicts, asks: POSTED },
  publicNotice: { verdicts: STAGES.publicNotice.verdicts, asks: POSTED },
};

function mustSayWhatWasDone(decision: object, context: z.core.$RefinementCtx): void {
  const { stage, verdict, ...said } = decision as { stage: Stage; verdict: Verdict } & Record<string, unknown>;
  const { verdicts, asks } = ON_THE_SPOT[stage] ?? { verdicts: [], asks: {} };
  if (!verdicts.includes(verdict)) return;
  for (const [field, message] of Object.entries(asks))
    if (said[field] === undefined) context.addIssue({ code: 'custom', path: [field], message });
}

/** Whoever puts another quantity in the place of what was asked says why. */
function mustSayWhy(decision: object, context: z.core.$RefinementCtx): void {
  const { verdict, words: said } = decision as { verdict: Verdict; words?: string };
  if (verdict === 'amend' && said === undefined)
    context.addIssue({
      ...{ code: 'custom', path: ['words'] },
      message: say('请写明调整数量的理由', 'Say why the quantity is amended'),
    });
}

const at = <S extends DecidedStage>(stage: S) =>
  z
    .strictObject({
      stage: z.literal(stage),
      verdict: z.enum(
        STAGES[stage].verdicts as readonly [Verdict, ...Verdict[]],
        say('请选择此环节可作出的决定', 'Choose a decision that is possible at this stage'),
      ),
      ...FIELDS[stage],
    })
    .superRefine(mustSayWhatWasDone)
    .superRefine(mustSayWhy);

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
    at('accountCorrection'),
    at('reliefDecision'),
    at('reliefConfirmation'),
    at('entitlementApproval'),
    at('periodFunding'),
    at('householdChange'),
    at('consentConfirmation'),
    at('performanceReview'),
    at('houseAppraisal'),
    at('housingApproval'),
    at('worksAcceptance'),
    at('otherHousing'),
    at('agreementOffer'),
    at('movingInInspection'),
    at('homesteadInspection'),
    at('followUpVisit'),
    at('residenceSettlement'),
    at('schoolSettlement'),
    at('clinicSettlement'),
    at('workSettlement'),
    at('insuranceSettlement'),
  ])
  .meta({ id: 'Decision' });
export type Decision = z.infer<typeof Decision>;

/** What any decision may say, whatever its stage. */
export interface DecisionParts {
  readonly reasonCode?: ReasonCode | undefined;
  readonly words?: string | undefined;
  readonly defects?: readonly string[] | undefined;
  readonly quantity?: number | undefined;
  readonly rentMonths?: number | undefined;
  readonly paperIds?: readonly string[] | undefined;
  readonly visitedOn?: string | undefined;
  readonly site?: string | undefined;
  readonly onDay?: string | undefined;
  readonly witness?: string | undefined;
  readonly finding?: string | undefined;
  readonly score?: number | undefined;
  readonly answers?: readonly ReviewAnswer[] | undefined;
  readonly settlement?: Settlement | undefined;
  readonly openPoints?: readonly FollowUpPoint[] | undefined;
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
