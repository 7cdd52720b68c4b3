import { defaultPayloadConverter, type PayloadCodec } from '@temporalio/common';
import type { History } from '@temporalio/common/lib/proto-utils.js';
import proto from '@temporalio/proto';
import { type InjectedSinks, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import type { RecordedWay } from '../../domain/schemas/application.js';
import { digestOf } from '../../activities/record/record.js';
import type { Transition } from '../../domain/schemas/transition.js';
import { dataConverter, TASK_QUEUE } from '../../platform/temporal.js';
import type { TransitionSinks } from '../../workflows/world.js';

/** A workflow that is to be begun anew. */
export interface Anew {
  readonly type: string;
  readonly workflowId: string;
  readonly input: { readonly recorded: RecordedWay };
}

const { EventType } = proto.temporal.api.enums.v1;

/** Whether a workflow, begun anew, goes its recorded way again. */
export interface Tried<A extends Anew> {
  readonly anew: A;
  readonly goes: boolean;
}

/**
 * Tries workflows that are to be begun anew with the workflows as they are now, each on a history that has only just
 * begun, without the engine. Nothing is asked or written by it.
 */
export async function* tryAnew<A extends Anew>(
  workflowBundle: WorkflowBundleOption,
  codec: PayloadCodec,
  anews: AsyncIterable<A>,
): AsyncGenerator<Tried<A>> {
  const given = new Map<string, A>();
  const noted = new Map<string, Transition[]>();
  const heard = (workflowId: string, step: Transition) => void noted.get(workflowId)!.push(step);
  const sinks: InjectedSinks<TransitionSinks> = {
    transitions: { noted: { fn: ({ workflowId }, step) => heard(workflowId, step), callDuringReplay: true } },
  };
  const histories = async function* () {
    for await (const anew of anews) {
      given.set(anew.workflowId, anew);
      noted.set(anew.workflowId, []);
      yield { workflowId: anew.workflowId, history: await justBegun(codec, anew) };
    }
  };
  const options = { workflowBundle, dataConverter: dataConverter(codec), sinks };
  for await (const { workflowId } of Worker.runReplayHistories(options, histories())) {
    const anew = given.get(workflowId)!;
    yield { anew, goes: goesTheSame(anew.input.recorded.steps, noted.get(workflowId)!) };
    given.delete(workflowId);
    noted.delete(workflowId);
  }
}

const goesTheSame = (steps: readonly Transition[], noted: readonly Transition[]): boolean =>
  steps.every((step, index) => noted[index] !== undefined && digestOf(noted[index]) === digestOf(step));

/** The first three events of every history: begun, and given to a worker. */
async function justBegun(codec: PayloadCodec, { type, workflowId, input }: Anew): Promise<History> {
  const payloads = await codec.encode([defaultPayloadConverter.toPayload(input)], {
    type: 'workflow',
    workflowId,
    namespace: 'default',
  });
  const taskQueue = { name: TASK_QUEUE };
  const now = Date.now();
  const eventTime = { seconds: Math.floor(now / 1000), nanos: (now % 1000) * 1_000_000 };
  const runId = '00000000-0000-4000-8000-000000000000';
  return proto.temporal.api.history.v1.History.fromObject({
    events: [
      {
        ...{ eventId: 1, eventTime, eventType: EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED },
        workflowExecutionStartedEventAttributes: {
          ...{ workflowType: { name: type }, taskQueue, input: { payloads }, attempt: 1 },
          workflowTaskTimeout: { seconds: 10 },
          ...{ originalExecutionRunId: runId, firstExecutionRunId: runId, workflowId },
        },
      },
      {
        ...{ eventId: 2, eventTime, eventType: EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED },
        workflowTaskScheduledEventAttributes: { taskQueue, attempt: 1 },
      },
      {
        ...{ eventId: 3, eventTime, eventType: EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED },
        workflowTaskStartedEventAttributes: { scheduledEventId: 2, requestId: runId },
      },
    ],
  });
}
