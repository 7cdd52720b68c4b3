import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { type History, historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { type InjectedSinks, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import type { Transition } from '../../../domain/schemas/transition.js';
import { dataConverter } from '../../../platform/temporal.js';
import type { TransitionSinks } from '../../../workflows/world.js';
import { codec, type Hall } from '../../workflows/support/hall.js';
import type { End } from './scenario.js';
import { type ScenarioName, SCENARIOS } from './scenarios.js';

const FOLDER = path.resolve(import.meta.dirname, '../histories');

/**
 * A case as it once went. Its history is sealed with the key of the tests, as production's are with theirs: what was
 * sealed once must open for ever, and the gate is the first to notice when it does not.
 */
export interface Recording {
  readonly workflowId: string;
  readonly outcome: End;
  /** None of a batch or a bundle. */
  readonly transitions: readonly Transition[];
  readonly history: History;
  /** The runs before, in their order, where it was begun anew. */
  readonly earlier?: readonly History[];
}

export interface RecordingName {
  readonly version: string;
  readonly scenario: string;
}

const fileOf = ({ version, scenario }: RecordingName): string => `${version}-${scenario}.json`;

export function recordingNames(folder = FOLDER): RecordingName[] {
  return readdirSync(folder).map((file) => {
    const [, version, scenario] = /^(\d+\.\d+\.\d+)-([a-z-]+)\.json$/.exec(file) ?? [];
    if (!version || !scenario) throw new Error(`${file} is not named <version>-<scenario>.json`);
    return { version, scenario };
  });
}

/** Lets a case, or a batch, go its way and keeps what came of it. */
export async function record(hall: Hall, scenario: ScenarioName): Promise<Recording> {
  const gone = await SCENARIOS[scenario].go(hall);
  const { handle, world } = gone;
  const outcome = await gone.outcome();
  const history = await handle.fetchHistory();
  const earlier = await runsBefore(hall, handle.workflowId, history);
  return { workflowId: handle.workflowId, outcome, transitions: world.steps, history, earlier };
}

async function runsBefore(hall: Hall, workflowId: string, { events }: History): Promise<History[]> {
  const runId = events![0]!.workflowExecutionStartedEventAttributes!.continuedExecutionRunId;
  if (!runId) return [];
  const before = await hall.env.client.workflow.getHandle(workflowId, runId).fetchHistory();
  return [...(await runsBefore(hall, workflowId, before)), before];
}

/** @throws EEXIST where there is one: what once was is not rewritten */
export function writeRecording(name: RecordingName, recording: Recording, folder = FOLDER): void {
  const { history, transitions, earlier = [], ...rest } = recording;
  const lines = (steps: readonly unknown[]) => `[\n${steps.map((step) => JSON.stringify(step)).join(',\n')}\n]`;
  const linesOf = (run: History) => lines((JSON.parse(historyToJSON(run)) as { events: unknown[] }).events);
  const head = JSON.stringify(rest).slice(0, -1);
  const before = earlier.length > 0 ? `"earlier":[${earlier.map(linesOf).join(',\n')}],\n` : '';
  const text = `${head},\n"transitions":${lines(transitions)},\n${before}"events":${linesOf(history)}}\n`;
  writeFileSync(path.join(folder, fileOf(name)), text.replaceAll(/"identity":"[^"]*"/g, '"identity":"worker"'), {
    flag: 'wx',
  });
}

export function readRecording(name: RecordingName, folder = FOLDER): Recording {
  const { events, earlier = [], ...recording } = JSON.parse(readFileSync(path.join(folder, fileOf(name)), 'utf8'));
  const runs = (earlier as unknown[]).map((run) => historyFromJSON({ events: run }));
  return { ...recording, earlier: runs, history: historyFromJSON({ events }) };
}

/** What a recorded case comes to with the workflows as they are now. */
export interface Gone {
  readonly transitions: readonly Transition[];
  readonly outcome: End;
}

/** What recorded cases come to with the workflows as they are now, in their order; an error where they would do something else. */
export async function replay(
  bundle: WorkflowBundleOption,
  recordings: readonly Recording[],
): Promise<(Gone | Error)[]> {
  const runs = recordings.flatMap((recording) =>
    runsOf(recording).map((history) => ({ workflowId: recording.workflowId, history })),
  );
  const noted = new Map(runs.map(({ history }) => [runIdOf(history), [] as Transition[]]));
  const sinks: InjectedSinks<TransitionSinks> = {
    transitions: { noted: { fn: ({ runId }, step) => void noted.get(runId)!.push(step), callDuringReplay: true } },
  };
  const options = { workflowBundle: bundle, dataConverter: dataConverter(codec), sinks };
  const failed = new Map<string, Error>();
  for await (const { runId, error } of Worker.runReplayHistories(options, runs)) {
    if (error) failed.set(runId, error);
  }
  const gone = async (recording: Recording) => {
    const ids = runsOf(recording).map(runIdOf);
    const [error] = ids.flatMap((runId) => failed.get(runId) ?? []);
    const transitions = ids.flatMap((runId) => noted.get(runId)!);
    return error ?? { transitions, outcome: await outcomeOf(recording.history) };
  };
  return await Promise.all(recordings.map(gone));
}

/** All runs of a recorded workflow, the first of them first. */
export const runsOf = ({ earlier = [], history }: Recording): History[] => [...earlier, history];

export const runIdOf = ({ events }: History): string =>
  events![0]!.workflowExecutionStartedEventAttributes!.originalExecutionRunId!;

/** What the workflow answered at its end. */
async function outcomeOf({ events }: History): Promise<End> {
  const { payloads } = events!.at(-1)!.workflowExecutionCompletedEventAttributes!.result!;
  const [payload] = await codec.decode(payloads as Payload[]);
  return defaultPayloadConverter.fromPayload(payload!);
}
