import type { Replayed } from '../../proof/checks/replays.js';
import type { HistoryEvent } from '../../proof/history-text.js';

/**
 * What a run comes to that can't be replayed, as the replay would wait for ever for what is missing: one to whose worker
 * nothing was given yet, or one that no engine wrote. Undefined of any other.
 */
export function withoutReplay(events: readonly string[]): Replayed | undefined {
  if (events.length === 0) return { steps: [], error: 'It has no events' };
  const read = events.map((event) => JSON.parse(event) as HistoryEvent);
  const astray = read.findIndex(({ eventId }, index) => eventId !== `${index + 1}`);
  if (astray !== -1) {
    return { steps: [], error: `Event ${read[astray]!.eventId} stands in the place of event ${astray + 1}` };
  }
  if (read[0]!.eventType !== BEGUN) return { steps: [], error: 'It does not begin with its first event' };
  return read.some(({ eventType }) => eventType === GIVEN) ? undefined : { steps: [] };
}

const BEGUN = 'EVENT_TYPE_WORKFLOW_EXECUTION_STARTED';
const GIVEN = 'EVENT_TYPE_WORKFLOW_TASK_SCHEDULED';
