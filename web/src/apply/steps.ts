import { type Stage, stageRule, type Verdict } from '../../../domain/rules/stages.js';
import type { CaseView } from '../../../domain/schemas/case-view.js';

/** What a household can do in its case, each on a page of its own. */
export const STEPS = [
  'correction',
  'start',
  'completion',
  'extension',
  'account',
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
export function stepsOf({ awaits, stage, running, rating }: CaseView): Possible {
  const rules = awaits.map(({ stage: { code } }) => stageRule(code as Stage));
  const asked = rules
    .filter(({ awaits: role }) => role === 'household')
    .flatMap(({ verdicts }) => verdicts.flatMap((verdict) => BY_VERDICT[verdict] ?? []));
  const withdrawable = running && stageRule(stage.code as Stage).withdrawable === true;
  const rated = running || rating !== null;
  return { asked, open: [...(rated ? [] : (['rating'] as const)), ...(withdrawable ? (['withdrawal'] as const) : [])] };
}
