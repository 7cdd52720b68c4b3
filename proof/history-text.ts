import { createHash } from 'node:crypto';
import type { RunMark } from '../domain/schemas/leaf.js';
import { canonical } from './canonical.js';

/** An event of a history as its JSON has it (protobuf's JSON form): what is read here of it. */
export interface HistoryEvent {
  readonly eventId: string;
  readonly eventTime?: string;
  readonly eventType: string;
  readonly [attributes: string]: unknown;
}

/** One run of a workflow: its events in order, each as canonical JSON. */
export interface RunText {
  readonly runId: string;
  readonly events: readonly string[];
}

export const runText = (runId: string, events: readonly HistoryEvent[]): RunText => ({
  runId,
  events: events.map((event) => canonical(event)),
});

/**
 * The hash chain over a run's events: SHA-256 of what it was before, and the event. Its beginning can be held against
 * any mark that was made on the way.
 */
function* marks({ runId, events }: RunText): Generator<RunMark> {
  let chain = Buffer.alloc(32);
  for (const [index, event] of events.entries()) {
    chain = createHash('sha256').update(chain).update(createHash('sha256').update(event).digest()).digest();
    yield { runId, lastEventId: index + 1, chain: chain.toString('hex') };
  }
}

/** How far a run has come; undefined where it has no event. */
export function lastMark(run: RunText): RunMark | undefined {
  let last: RunMark | undefined;
  for (const mark of marks(run)) last = mark;
  return last;
}

/** Whether a run has come by a mark that was made of it before. */
export function extendsMark(run: RunText, { runId, lastEventId, chain }: RunMark): boolean {
  if (run.runId !== runId || run.events.length < lastEventId) return false;
  return lastMark({ runId, events: run.events.slice(0, lastEventId) })?.chain === chain;
}

/**
 * A workflow task that is on its way stands at the end of a history although it may still be taken back: what is marked
 * of a running workflow ends before it.
 */
export function certain(events: readonly HistoryEvent[]): readonly HistoryEvent[] {
  const last = events.findLastIndex(({ eventType }) => !ON_ITS_WAY.includes(eventType));
  return events.slice(0, last + 1);
}

const ON_ITS_WAY = ['EVENT_TYPE_WORKFLOW_TASK_SCHEDULED', 'EVENT_TYPE_WORKFLOW_TASK_STARTED'];
