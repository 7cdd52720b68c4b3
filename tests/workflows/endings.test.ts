import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Outcome } from '../../domain/schemas/outcome.js';
import { Transition } from '../../domain/schemas/transition.js';
import { go, SCENARIO_NAMES, SCENARIOS } from '../replay/support/scenarios.js';
import { Hall } from './support/hall.js';

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open();
});
afterAll(async () => {
  await hall?.close();
});

describe('A case', () => {
  test.each(SCENARIO_NAMES)('ends as it must: %s', async (name) => {
    const filed = await go(hall, name);
    const outcome = await filed.outcome();
    expect(outcome).toEqual(SCENARIOS[name].outcome);
    expect(Outcome.parse(outcome)).toEqual(outcome);
    expect(filed.world.noted.at(-1)).toMatchObject({ kind: 'closed', outcome });
    expect(filed.world.steps).toEqual(filed.world.noted);
    for (const step of filed.world.steps) expect(Transition.parse(step)).toEqual(step);
  });
});
