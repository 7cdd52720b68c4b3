import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Transition } from '../../domain/schemas/transition.js';
import { Hall } from '../workflows/support/hall.js';
import { readRecording, recordingNames } from './support/recordings.js';
import { go, SCENARIO_NAMES } from './support/scenarios.js';

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open({ maxCachedWorkflows: 0 });
});
afterAll(async () => {
  await hall?.close();
});

/** What happened, in whatever case and at whatever time. */
function storyOf(transitions: readonly Transition[], caseNo: string): unknown {
  const timeless = (key: string, value: unknown) => (['at', 'from', 'dueAt'].includes(key) ? undefined : value);
  return JSON.parse(JSON.stringify(transitions, timeless).replaceAll(caseNo, 'CASE'));
}

describe('A worker that remembers no case between two tasks', () => {
  test.each(SCENARIO_NAMES)('brings it the way it once went: %s', async (scenario) => {
    const filed = await go(hall, scenario);
    await filed.outcome();
    const name = recordingNames().find((recorded) => recorded.scenario === scenario)!;
    const { transitions, workflowId } = readRecording(name);
    expect(storyOf(filed.world.noted, filed.caseNo)).toEqual(storyOf(transitions, workflowId.replace(/-R$/, '')));
  });
});
