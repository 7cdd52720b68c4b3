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

/** A run as it is certain by now. */
export const runText = (runId: string, events: readonly HistoryEvent[]): RunText => ({
  runId,
  events: certain(events).map((event) => canonical(event)),
});

/**
 * The hash chain over a run's events, as it was after each: SHA-256 of what it was before, and the event. The beginning
 * of a run can be held against any mark that was made on the way.
 */
function chainOf({ events }: RunText): string[] {
  let chain = Buffer.alloc(32);
  return events.map((event) => {
    chain = createHash('sha256').update(chain).update(createHash('sha256').update(event).digest()).digest();
    return chain.toString('hex');
  });
}

/** How far a run has come; undefined where it has no event. */
export function lastMark(run: RunText): RunMark | undefined {
  const chain = chainOf(run).at(-1);
  return chain === undefined ? undefined : { runId: run.runId, lastEventId: run.events.length, chain };
}

/** Those of the marks that no run has come by. */
export function broken<Mark extends RunMark>(runs: readonly RunText[], marks: readonly Mark[]): Mark[] {
  const chains = new Map(runs.map((run) => [run.runId, chainOf(run)]));
  return marks.filter(({ runId, lastEventId, chain }) => chains.get(runId)?.[lastEventId - 1] !== chain);
}

/**
 * A workflow task that is on its way stands at the end of a history although it may still be taken back: what is marked
 * of a running workflow ends before it.
 */
function certain(events: readonly HistoryEvent[]): readonly HistoryEvent[] {
  const last = events.findLastIndex(({ eventType }) => !ON_ITS_WAY.includes(eventType));
  return events.slice(0, last + 1);
}

const ON_ITS_WAY = ['EVENT_TYPE_WORKFLOW_TASK_SCHEDULED', 'EVENT_TYPE_WORKFLOW_TASK_STARTED'];
