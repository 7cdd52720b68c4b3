import type { Stage } from '../../domain/rules/stages.js';
import type { TimelineEntry } from '../../domain/schemas/case-view.js';
import type { CaseWalk } from './case-walk.js';

/** How long a case was at a stage, once. */
export interface StageTime {
  readonly stage: Stage;
  readonly seconds: number;
}

/** From the case's own timeline: from the reaching of each stage to that of the next. */
export async function stageTimes({ applicant, caseNo }: CaseWalk): Promise<StageTime[]> {
  if (caseNo === undefined) return [];
  const { entries } = await applicant.call('getTimeline', { params: { caseNo } });
  return (['case', 'review'] as const).flatMap((strand) => timesOf(entries.filter((entry) => entry.strand === strand)));
}

export function timesOf(entries: readonly Pick<TimelineEntry, 'kind' | 'stage' | 'at'>[]): StageTime[] {
  const steps = entries.filter(({ kind }) => kind === 'entered' || kind === 'closed');
  return steps.flatMap(({ stage, at }, index) => {
    const next = steps[index + 1];
    return stage && next ? [{ stage, seconds: (Date.parse(next.at) - Date.parse(at)) / 1000 }] : [];
  });
}
