import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { workflowBundle } from '../support/servers.js';
import {
  type Gone,
  readRecording,
  recordingNames,
  replay,
  runIdOf,
  runsOf,
  writeRecording,
} from './support/recordings.js';
import { SCENARIO_NAMES } from './support/scenarios.js';

const recordings = recordingNames();
const gone = new Map<(typeof recordings)[number], Gone | Error>();
beforeAll(async () => {
  const again = await replay(
    workflowBundle(),
    recordings.map((name) => readRecording(name)),
  );
  for (const [index, name] of recordings.entries()) gone.set(name, again[index]!);
}, 300_000);

describe('The recorded cases', () => {
  test('are one for every way a case can go, and there is no way without one', () => {
    const recorded = new Set(recordings.map(({ scenario }) => scenario));
    expect([...recorded].toSorted()).toEqual(SCENARIO_NAMES.toSorted());
  });

  test.each(recordings)('still go the same way to the same end: $version $scenario', (name) => {
    const { transitions, outcome } = readRecording(name);
    expect(gone.get(name)).toEqual({ transitions, outcome });
  });

  test.each(recordings.filter(({ scenario }) => !/^(batch|bundle)-/.test(scenario)))(
    'have their end on record: $version $scenario',
    (name) => {
      const { transitions, outcome } = readRecording(name);
      expect(transitions.at(-1)).toMatchObject({ kind: 'closed', outcome });
    },
  );

  test('are kept run by run where one was begun anew: each goes on where the one before it left off', () => {
    const [first, second] = runsOf(readRecording({ version: '0.3.0', scenario: 'bundle-begun-anew-in-time' }));
    const { newExecutionRunId } = first!.events!.at(-1)!.workflowExecutionContinuedAsNewEventAttributes!;
    expect(newExecutionRunId).toBe(runIdOf(second!));
  });

  test('are never written over', () => {
    const [name] = recordings;
    const folder = mkdtempSync(path.join(tmpdir(), 'recordings-'));
    try {
      const recording = readRecording(name!);
      writeRecording(name!, recording, folder);
      expect(readRecording(name!, folder)).toEqual(recording);
      expect(() => writeRecording(name!, recording, folder)).toThrow(/EEXIST/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
