import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Hall } from './support/hall.js';
import { application } from './support/inputs.js';

// The other server does not take a task back from a worker that has gone.
let hall: Hall;
beforeAll(async () => {
  hall = await Hall.openOnDevServer();
});
afterAll(async () => {
  await hall?.close();
});

describe('A worker that ends', () => {
  test('between a decision and its record loses neither: another one goes on, from the history alone', async () => {
    const filed = await hall.file(application());
    await filed.comeTo('initialCheck');
    filed.world.away = true;
    const acted = filed.act('initialCheck', 'pass');
    await filed.until(() => filed.world.noted.some(({ kind }) => kind === 'acted'));
    await hall.stopWorker();
    filed.world.away = false;
    await hall.startWorker({ maxCachedWorkflows: 0 });
    await acted;
    expect(filed.world.writes.map((steps) => steps.map(({ kind }) => kind))).toEqual([
      ['deskChecked', 'entered'],
      ['acted', 'entered'],
    ]);
    await filed.act('townshipVerification', 'refuse');
    expect(filed.stage).toBe('refused');
    expect(filed.world.incidents).toEqual([]);
  });
});
