import { defaultPayloadConverter, type Payload, type PayloadCodec } from '@temporalio/common';
import type { History } from '@temporalio/common/lib/proto-utils.js';
import type { Recorded, Writing } from '../../activities/contract.js';
import type { RecordedWay } from '../../domain/schemas/application.js';
import type { Transition } from '../../domain/schemas/transition.js';

/** Steps that a case wrote together, and the deadline it was answered (epoch ms), if one was dated. */
export interface Written {
  readonly transitions: readonly Transition[];
  readonly dueAt?: number;
}

/** What a workflow was begun with and has written since, as its history has it. */
export interface Told<Input = unknown> {
  readonly input: Input;
  readonly written: readonly Written[];
}

type Events = NonNullable<History['events']>;

/**
 * Reads from a history what its case has written: the input of every writing is in it, opened with the key of its
 * county. What was noted and not written yet the workflow writes itself, when it goes on.
 *
 * @throws UnsealError under another master key
 */
export async function readHistory(codec: PayloadCodec, { events }: History): Promise<Told> {
  const [first, ...others] = events ?? [];
  const input = await opened(codec, first?.workflowExecutionStartedEventAttributes?.input?.payloads);
  const { recorded } = input as { recorded?: RecordedWay };
  const answers = await answersIn(codec, others);
  const written: Written[] = recorded ? waysOf(recorded) : [];
  for (const { eventId, activityTaskScheduledEventAttributes: scheduled } of others) {
    if (scheduled?.activityType?.name !== 'record') continue;
    const { transitions } = (await opened(codec, scheduled.input?.payloads)) as Writing;
    written.push({ transitions, ...answers.get(String(eventId)) });
  }
  return { input, written };
}

/** What the recorder answered, by the number of the event that asked. */
async function answersIn(codec: PayloadCodec, events: Events): Promise<Map<string, Recorded>> {
  const answers = new Map<string, Recorded>();
  for (const { activityTaskCompletedEventAttributes: completed } of events) {
    const answer = completed?.result && (await opened(codec, completed.result.payloads));
    if (answer) answers.set(String(completed.scheduledEventId), answer as Recorded);
  }
  return answers;
}

/** A workflow that was begun anew knows what was recorded before from its input. */
const waysOf = ({ steps, dueAt }: RecordedWay): Written[] =>
  steps.map((step) => ({ transitions: [step], ...(dueAt[step.seq] !== undefined && { dueAt: dueAt[step.seq] }) }));

async function opened(codec: PayloadCodec, payloads: readonly object[] | null | undefined): Promise<unknown> {
  const [payload] = await codec.decode([...((payloads ?? []) as Payload[])]);
  return payload && defaultPayloadConverter.fromPayload(payload);
}
