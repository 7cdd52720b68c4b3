import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Outcome } from '../../domain/schemas/outcome.js';
import { Transition } from '../../domain/schemas/transition.js';
import { SCENARIO_NAMES, type ScenarioName, SCENARIOS } from '../replay/support/scenarios.js';
import { Hall } from './support/hall.js';

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open();
});
afterAll(async () => {
  await hall?.close();
});

/** A batch or a bundle answers with a number or a word, a case with its outcome. */
const isCase = (name: ScenarioName) => typeof SCENARIOS[name].outcome === 'object';

describe('A case', () => {
  test.each(SCENARIO_NAMES.filter(isCase))('ends as it must: %s', async (name) => {
    const { world, outcome: awaitOutcome } = await SCENARIOS[name].go(hall);
    const outcome = await awaitOutcome();
    expect(outcome).toEqual(SCENARIOS[name].outcome);
    expect(Outcome.parse(outcome)).toEqual(outcome);
    expect(world.noted.at(-1)).toMatchObject({ kind: 'closed', outcome });
    expect(world.steps).toEqual(world.noted);
    for (const step of world.steps) expect(Transition.parse(step)).toEqual(step);
  });
});

describe('A batch or a bundle', () => {
  test.each(SCENARIO_NAMES.filter((name) => !isCase(name)))('ends as it must: %s', async (name) => {
    const { outcome } = await SCENARIOS[name].go(hall);
    expect(await outcome()).toBe(SCENARIOS[name].outcome);
  });
});
