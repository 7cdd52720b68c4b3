import type { Act } from '../domain/schemas/act.js';
import type { RecordedWay } from '../domain/schemas/application.js';
import type { Transition } from '../domain/schemas/transition.js';
import type { HistoryEvent, RunText } from './history-text.js';

/** An act as a workflow accepted it. */
export interface AcceptedAct {
  readonly actId: string;
  readonly act: Act;
  readonly eventId: string;
  /** Epoch ms. */
  readonly at: number;
}

/** What a workflow was told by a system. */
export interface Told {
  readonly signal: string;
  readonly said: unknown;
  readonly eventId: string;
}

export type RunEnd = 'running' | 'completed' | 'terminated' | 'failed';

/** What one run of a workflow says, read from its opened history. */
export interface RunTold {
  readonly runId: string;
  readonly type: string;
  readonly input: unknown;
  /** What it has written, in order; of one that was begun anew, what was recorded before too. */
  readonly steps: readonly Transition[];
  readonly acts: readonly AcceptedAct[];
  /** IDs of the acts that were answered: what follows from them is written. */
  readonly answered: ReadonlySet<string>;
  readonly told: readonly Told[];
  readonly end: RunEnd;
  readonly outcome?: unknown;
  /** Events in which somebody reset it. */
  readonly resets: readonly string[];
  /** Deadlines as they were dated for it, epoch ms, by the number of the step that entered the stage. */
  readonly dueAt: ReadonlyMap<number, number>;
}

const ENDS: Readonly<Record<string, RunEnd>> = {
  EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED: 'completed',
  EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED: 'terminated',
  EVENT_TYPE_WORKFLOW_EXECUTION_FAILED: 'failed',
  EVENT_TYPE_WORKFLOW_EXECUTION_TIMED_OUT: 'failed',
  EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED: 'failed',
};

/** @throws Error where it is no history */
export function readRun({ runId, events }: RunText): RunTold {
  const parsed = events.map((event) => JSON.parse(event) as Event);
  const started = parsed[0]?.workflowExecutionStartedEventAttributes;
  if (!started) throw new Error('A history begins with the start of its workflow.');
  const input = valueOf(started.input);
  const recorded = (input as { recorded?: RecordedWay } | undefined)?.recorded;
  const last = parsed.at(-1)!;
  const end = ENDS[last.eventType] ?? 'running';
  return {
    ...{ runId, input, end, type: started.workflowType?.name ?? '' },
    steps: [...(recorded?.steps ?? []), ...parsed.flatMap(writtenIn)],
    dueAt: datedIn(parsed),
    acts: parsed.flatMap(actIn),
    answered: new Set(parsed.flatMap(answeredIn)),
    told: parsed.flatMap(toldIn),
    ...(end === 'completed' && { outcome: valueOf(last.workflowExecutionCompletedEventAttributes?.result) }),
    resets: parsed.flatMap(({ eventId, workflowTaskFailedEventAttributes: failed }) =>
      failed?.cause === RESET ? [eventId] : [],
    ),
  };
}

const RESET = 'WORKFLOW_TASK_FAILED_CAUSE_RESET_WORKFLOW';

function writtenIn({ activityTaskScheduledEventAttributes: scheduled }: Event): Transition[] {
  if (scheduled?.activityType?.name !== 'record') return [];
  return (valueOf(scheduled.input) as { transitions: Transition[] }).transitions;
}

/** The steps that all runs of a strand have written together, each number once. */
export const stepsIn = (runs: readonly RunTold[]): Transition[] => [
  ...new Map(runs.flatMap(({ steps }) => steps.map((step) => [step.seq, step] as const))).values(),
];

/** The recorder answers with the deadline of the stage last entered. */
function datedIn(events: readonly Event[]): Map<number, number> {
  const entered = new Map(
    events.map((event) => [event.eventId, writtenIn(event).findLast(({ kind }) => kind === 'entered')?.seq]),
  );
  const dated = events.flatMap(({ activityTaskCompletedEventAttributes: completed }) => {
    const seq = entered.get(completed?.scheduledEventId ?? '');
    const answer = seq === undefined ? undefined : (valueOf(completed?.result) as { dueAt?: number } | undefined);
    return seq === undefined || answer?.dueAt === undefined ? [] : [[seq, answer.dueAt] as const];
  });
  return new Map(dated);
}

function actIn({ eventId, eventTime, workflowExecutionUpdateAcceptedEventAttributes: accepted }: Event): AcceptedAct[] {
  const request = accepted?.acceptedRequest;
  if (!request) return [];
  const at = Date.parse(eventTime ?? '');
  return [{ actId: request.meta?.updateId ?? '', act: valueOf(request.input?.args) as Act, eventId, at }];
}

const answeredIn = ({ workflowExecutionUpdateCompletedEventAttributes: completed }: Event): string[] =>
  completed?.meta?.updateId === undefined ? [] : [completed.meta.updateId];

function toldIn({ eventId, workflowExecutionSignaledEventAttributes: signaled }: Event): Told[] {
  if (!signaled) return [];
  return [{ signal: signaled.signalName ?? '', said: valueOf(signaled.input), eventId }];
}

interface Payloads {
  readonly payloads?: readonly { readonly data?: string }[];
}

/** The first of opened payloads; all of ours are JSON. */
function valueOf(payloads: Payloads | undefined): unknown {
  const data = payloads?.payloads?.[0]?.data;
  return data ? JSON.parse(Buffer.from(data, 'base64').toString('utf8')) : undefined;
}

interface Event extends HistoryEvent {
  readonly workflowExecutionStartedEventAttributes?: { workflowType?: { name?: string }; input?: Payloads };
  readonly activityTaskScheduledEventAttributes?: { activityType?: { name?: string }; input?: Payloads };
  readonly activityTaskCompletedEventAttributes?: { scheduledEventId?: string; result?: Payloads };
  readonly workflowExecutionUpdateAcceptedEventAttributes?: {
    acceptedRequest?: { meta?: { updateId?: string }; input?: { name?: string; args?: Payloads } };
  };
  readonly workflowExecutionUpdateCompletedEventAttributes?: { meta?: { updateId?: string } };
  readonly workflowExecutionSignaledEventAttributes?: { signalName?: string; input?: Payloads };
  readonly workflowExecutionCompletedEventAttributes?: { result?: Payloads };
  readonly workflowTaskFailedEventAttributes?: { cause?: string };
}
