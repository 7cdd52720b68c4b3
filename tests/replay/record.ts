/*
 * Records the scenarios that this version of the product has no recording of:
 *
 *   node --experimental-vm-modules node_modules/jest/bin/jest.js --config tests/replay/record.config.mjs
 *
 * What is recorded already is left as it is: histories like it run in production.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { Hall } from '../workflows/support/hall.js';
import { record, recordingNames, writeRecording } from './support/recordings.js';
import type { Scenario } from './support/scenario.js';
import { SCENARIO_NAMES, SCENARIOS } from './support/scenarios.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const recorded = new Set(recordingNames().map((name) => (name.version === version ? name.scenario : '')));

test.each(SCENARIO_NAMES.filter((name) => !recorded.has(name)))('%s is recorded', async (scenario) => {
  // One each: awaiting an end lets years go by.
  const { opens = () => Hall.open() }: Scenario = SCENARIOS[scenario];
  const hall = await opens();
  try {
    const recording = await record(hall, scenario);
    expect(recording.outcome).toEqual(SCENARIOS[scenario].outcome);
    writeRecording({ version, scenario }, recording);
  } finally {
    await hall.close();
  }
});
