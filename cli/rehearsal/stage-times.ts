import { STAGES, type Stage } from '../../domain/rules/stages.js';
import type { TimelineEntry } from '../../domain/schemas/case-view.js';
import { timelineText } from '../../domain/texts/timeline.js';
import type { CaseWalk } from './case-walk.js';

/** How long a case was at a stage, once. */
export interface StageTime {
  readonly stage: Stage;
  readonly seconds: number;
}

/** From the case's own timeline: what it says when a stage is entered, until it says so of the next. */
export async function stageTimes({ applicant, caseNo }: CaseWalk): Promise<StageTime[]> {
  if (caseNo === undefined) return [];
  const { entries } = await applicant.call('getTimeline', { params: { caseNo } });
  return (['case', 'review'] as const).flatMap((strand) => timesOf(entries.filter((entry) => entry.strand === strand)));
}

const NOTHING = { zh: '', en: '' };
const NO_FACTS = {
  quantity: () => NOTHING,
  paper: () => NOTHING,
  change: () => NOTHING,
  documentNo: '',
  findingsShown: false,
};
const ENTERED = new Map(
  (Object.keys(STAGES) as Stage[]).map((stage) => [
    timelineText({ kind: 'entered', seq: 1, at: 0, stage }, NO_FACTS).zh,
    stage,
  ]),
);

export function timesOf(entries: readonly Pick<TimelineEntry, 'kind' | 'at' | 'text'>[]): StageTime[] {
  const steps = entries.filter(({ kind }) => kind === 'entered' || kind === 'closed');
  return steps.flatMap(({ text, at }, index) => {
    const stage = ENTERED.get(text.zh);
    const next = steps[index + 1];
    return stage && next ? [{ stage, seconds: (Date.parse(next.at) - Date.parse(at)) / 1000 }] : [];
  });
}
