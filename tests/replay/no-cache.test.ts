import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Transition } from '../../domain/schemas/transition.js';
import { Hall } from '../workflows/support/hall.js';
import { coverOf } from './support/cover.js';
import { readRecording, recordingNames } from './support/recordings.js';
import { SCENARIO_NAMES, SCENARIOS } from './support/scenarios.js';

const RECORDED = recordingNames();
const LATEST = SCENARIO_NAMES.map((scenario) => {
  const name = RECORDED.findLast((recorded) => recorded.scenario === scenario)!;
  return { scenario, ...readRecording(name) };
});

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open({ maxCachedWorkflows: 0 });
});
afterAll(async () => {
  await hall?.close();
});

/** What happened, in whatever case and at whatever time. */
function storyOf(transitions: readonly Transition[], workflowId: string): unknown {
  const caseNo = workflowId.replace(/-[RTF]$/, '');
  const timeless = (key: string, value: unknown) => (['at', 'from', 'dueAt'].includes(key) ? undefined : value);
  return JSON.parse(JSON.stringify(transitions, timeless).replaceAll(caseNo, 'CASE'));
}

describe('A worker that remembers no case between two tasks, in every step and to every end that a case has taken', () => {
  test.each(coverOf(LATEST))('brings it the way it once went: $scenario', async ({ scenario, ...recording }) => {
    const { handle, world, outcome } = await SCENARIOS[scenario].go(hall);
    expect(await outcome()).toEqual(recording.outcome);
    expect(storyOf(world.noted, handle.workflowId)).toEqual(storyOf(recording.transitions, recording.workflowId));
  });
});
