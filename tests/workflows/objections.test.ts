import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { objectionReceived } from '../../workflows/messages.js';
import { REASON } from './support/acts.js';
import { Hall } from './support/hall.js';
import { AMOUNT_FEN, application } from './support/inputs.js';
import type { RunningCase } from './support/running-case.js';

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open();
});
afterAll(async () => {
  await hall?.close();
});

async function published(): Promise<RunningCase> {
  const filed = await hall.file(application());
  await filed.comeTo('publicNotice');
  return filed;
}

describe('An objection', () => {
  test('stops everything after the notice until it is settled, and dismissed lets the case go on', async () => {
    const filed = await published();
    await filed.object('objection-1');
    await filed.untilStage('objectionHearing');
    expect(await filed.answerTo(filed.complete('publicNotice', 'takenDown'))).toBe('STAGE_MOVED');
    await filed.act('objectionHearing', 'dismiss');
    expect(filed.stage).toBe('publicNotice');
    await filed.comeTo('closed');
    expect(await filed.outcome()).toEqual({ kind: 'completed', amountFen: AMOUNT_FEN });
  });

  test('dismissed does not make the notice longer', async () => {
    const filed = await published();
    const closesAt = filed.world.dueAt;
    await hall.sleepDays(3);
    await filed.object('objection-1');
    await filed.untilStage('objectionHearing');
    await filed.act('objectionHearing', 'dismiss');
    expect(filed.world.dueAt).toBe(closesAt);
  });

  test('upheld refuses the case, with its reason', async () => {
    const filed = await published();
    await filed.object('objection-1');
    await filed.untilStage('objectionHearing');
    await filed.act('objectionHearing', 'refuse');
    expect(await filed.outcome()).toEqual({ kind: 'refused', stage: 'objectionHearing', reasonCode: REASON });
  });

  test('upheld in part amends the quantity, and the case is published again for its full term', async () => {
    const filed = await published();
    await filed.object('objection-1');
    await filed.untilStage('objectionHearing');
    await filed.act('objectionHearing', 'amend', { quantity: 500 });
    expect(filed.all('amountSet')).toMatchObject([{ quantity: 500, amountFen: 150_000 }]);
    expect(filed.all('published').map(({ publicationNo }) => publicationNo)).toEqual([
      `${filed.caseNo}-N1`,
      `${filed.caseNo}-N2`,
    ]);
    expect(filed.stage).toBe('noticePosting');
    await filed.comeTo('closed');
    expect(await filed.outcome()).toEqual({ kind: 'completed', amountFen: 150_000 });
    expect(filed.all('reserved').map(({ amountFen }) => amountFen)).toEqual([AMOUNT_FEN, 150_000]);
  });

  test('in the last second counts, also when the case is never told of it', async () => {
    const filed = await published();
    await filed.world.receiveObjection('objection-1', filed.world.dueAt! - 1);
    await filed.sleepUntilDue();
    await filed.act('publicNotice', 'takenDown');
    expect(filed.stage).toBe('objectionHearing');
    expect(filed.all('objected')).toMatchObject([{ objectionId: 'objection-1' }]);
    await filed.act('objectionHearing', 'dismiss');
    await filed.comeTo('closed');
    expect(await filed.outcome()).toMatchObject({ kind: 'completed' });
  });

  test('in the last second counts when the case is told of it after the notice was taken down', async () => {
    const filed = await published();
    await filed.world.receiveObjection('objection-1', filed.world.dueAt! - 1);
    await filed.sleepUntilDue();
    await filed.act('publicNotice', 'takenDown');
    await filed.handle.signal(objectionReceived, 'objection-1');
    await filed.act('objectionHearing', 'refuse');
    expect(await filed.outcome()).toMatchObject({ kind: 'refused', stage: 'objectionHearing' });
    expect(filed.all('objected')).toHaveLength(1);
  });

  test('told a hundred times counts once', async () => {
    const filed = await published();
    await filed.world.receiveObjection('objection-1');
    await Promise.all(Array.from({ length: 100 }, () => filed.handle.signal(objectionReceived, 'objection-1')));
    await filed.untilStage('objectionHearing');
    await filed.act('objectionHearing', 'dismiss');
    await filed.comeTo('closed');
    expect(filed.all('objected')).toHaveLength(1);
    expect(filed.all('acted').filter(({ act }) => act.stage === 'objectionHearing')).toHaveLength(1);
  });

  test('is heard one after the other with those that came at the same time', async () => {
    const filed = await published();
    await filed.object('objection-1');
    await filed.object('objection-2');
    await filed.untilStage('objectionHearing');
    await filed.act('objectionHearing', 'dismiss');
    expect(filed.all('entered').at(-1)).toMatchObject({ stage: 'objectionHearing', subject: 'objection-2' });
    await filed.act('objectionHearing', 'dismiss');
    expect(filed.stage).toBe('publicNotice');
  });

  test('that came before the posting on the village board is heard as well', async () => {
    const filed = await hall.file(application());
    await filed.comeTo('noticePosting');
    await filed.object('objection-1');
    await filed.until(() => filed.all('objected').length === 1);
    await filed.act('noticePosting', 'posted');
    expect(filed.stage).toBe('objectionHearing');
  });
});
