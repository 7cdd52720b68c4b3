import { type Stage, stageRule, type Verdict } from '../../../domain/rules/stages.js';
import type { CaseView } from '../../../domain/schemas/case-view.js';

/** What a household can do in its case, each on a page of its own. */
export const STEPS = [
  'correction',
  'papers',
  'agreement',
  'agreement-refusal',
  'start',
  'completion',
  'moving-in',
  'old-homestead',
  'extension',
  'account',
  'payee',
  'report',
  'internal-review',
  'rating',
  'withdrawal',
] as const;
export type Step = (typeof STEPS)[number];

const BY_VERDICT: Partial<Record<Verdict, Step>> = {
  handIn: 'correction',
  declareStart: 'start',
  declareCompletion: 'completion',
  requestExtension: 'extension',
  sign: 'agreement',
  decline: 'agreement-refusal',
  declareMovedIn: 'moving-in',
  declareVacated: 'old-homestead',
  requestReview: 'internal-review',
  confirmAccount: 'account',
  report: 'report',
};

interface Possible {
  /** What is asked of the household now. */
  readonly asked: readonly Step[];
  /** What it may do besides. */
  readonly open: readonly Step[];
}

/** By the rules of the stages that the case waits at. */
export function stepsOf({ awaits, stage, running, rating, owedPapers, payeeConsent }: CaseView): Possible {
  const owes = owedPapers.length > 0 ? (['papers'] as const) : [];
  const rules = awaits.map(({ stage: { code } }) => stageRule(code as Stage));
  const awaited = rules
    .filter(({ awaits: role }) => role === 'household')
    .flatMap(({ verdicts }) => verdicts.flatMap((verdict) => BY_VERDICT[verdict] ?? []));
  const withdrawable = running && stageRule(stage.code as Stage).withdrawable === true;
  const rated = running || rating !== null;
  return {
    asked: [...owes, ...awaited],
    open: [
      ...(payeeConsent === null ? [] : (['payee'] as const)),
      ...(rated ? [] : (['rating'] as const)),
      ...(withdrawable ? (['withdrawal'] as const) : []),
    ],
  };
}
