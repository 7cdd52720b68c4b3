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
  return { workflowId: handle.workflowId, outcome, transitions: world.steps, history: await handle.fetchHistory() };
}

/** @throws EEXIST where there is one: what once was is not rewritten */
export function writeRecording(name: RecordingName, recording: Recording, folder = FOLDER): void {
  const { history, transitions, ...rest } = recording;
  const { events } = JSON.parse(historyToJSON(history)) as { events: unknown[] };
  const lines = (steps: readonly unknown[]) => `[\n${steps.map((step) => JSON.stringify(step)).join(',\n')}\n]`;
  const head = JSON.stringify(rest).slice(0, -1);
  const text = `${head},\n"transitions":${lines(transitions)},\n"events":${lines(events)}}\n`;
  writeFileSync(path.join(folder, fileOf(name)), text.replaceAll(/"identity":"[^"]*"/g, '"identity":"worker"'), {
    flag: 'wx',
  });
}

export function readRecording(name: RecordingName, folder = FOLDER): Recording {
  const { events, ...recording } = JSON.parse(readFileSync(path.join(folder, fileOf(name)), 'utf8'));
  return { ...recording, history: historyFromJSON({ events }) };
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
  const noted = new Map(recordings.map(({ history }) => [runIdOf(history), [] as Transition[]]));
  const sinks: InjectedSinks<TransitionSinks> = {
    transitions: { noted: { fn: ({ runId }, step) => void noted.get(runId)!.push(step), callDuringReplay: true } },
  };
  const options = { workflowBundle: bundle, dataConverter: dataConverter(codec), sinks };
  const failed = new Map<string, Error>();
  for await (const { runId, error } of Worker.runReplayHistories(options, recordings)) {
    if (error) failed.set(runId, error);
  }
  const gone = async ({ history }: Recording) =>
    failed.get(runIdOf(history)) ?? {
      ...{ transitions: noted.get(runIdOf(history))!, outcome: await outcomeOf(history) },
    };
  return await Promise.all(recordings.map(gone));
}

const runIdOf = ({ events }: History): string =>
  events![0]!.workflowExecutionStartedEventAttributes!.originalExecutionRunId!;

/** What the workflow answered at its end. */
async function outcomeOf({ events }: History): Promise<End> {
  const { payloads } = events!.at(-1)!.workflowExecutionCompletedEventAttributes!.result!;
  const [payload] = await codec.decode(payloads as Payload[]);
  return defaultPayloadConverter.fromPayload(payload!);
}
