import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Hall } from './support/hall.js';
import { application } from './support/inputs.js';

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open();
});
afterAll(async () => {
  await hall?.close();
});

test('Whoever declared in time and must put something right after the deadline gets the time of a correction', async () => {
  const filed = await hall.file(application({ paidAfterAcceptance: true }));
  await filed.comeTo('acceptanceInspection');
  await hall.env.sleep('200 days');
  await filed.act('acceptanceInspection', 'rectify');
  expect(filed.world.dueAt! - (await hall.env.currentTimeMs())).toBeGreaterThan(15 * 86_400_000);
  await filed.act('projectWork', 'declareCompletion');
  await filed.comeTo('closed');
  expect(await filed.outcome()).toMatchObject({ kind: 'completed' });
});
