import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Hall } from './support/hall.js';
import { AMOUNT_FEN, application } from './support/inputs.js';

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open();
});
afterAll(async () => {
  await hall?.close();
});

describe('An allotment with too little left', () => {
  test('keeps a case at its approval until there is enough', async () => {
    const filed = await hall.file(application(), (world) => (world.allotmentFen = AMOUNT_FEN - 1));
    await filed.comeTo('projectApproval');
    await filed.act('projectApproval', 'pass');
    expect(filed.stage).toBe('projectApproval');
    expect(filed.all('allotmentShort')).toMatchObject([{ amountFen: AMOUNT_FEN }]);
    filed.world.allotmentFen = AMOUNT_FEN;
    await filed.act('projectApproval', 'pass');
    expect(filed.stage).toBe('noticePosting');
    expect(filed.all('reserved')).toMatchObject([{ amountFen: AMOUNT_FEN }]);
  });

  test('brings a case that an objection made dearer back to its approver', async () => {
    const filed = await hall.file(application());
    await filed.comeTo('publicNotice');
    await filed.object('objection-1');
    await filed.untilStage('objectionHearing');
    filed.world.allotmentFen = AMOUNT_FEN;
    await filed.act('objectionHearing', 'amend', { quantity: 900 });
    expect(filed.stage).toBe('projectApproval');
    filed.world.allotmentFen = 270_000;
    await filed.act('projectApproval', 'pass');
    expect(filed.stage).toBe('noticePosting');
    await filed.comeTo('closed');
    expect(await filed.outcome()).toEqual({ kind: 'completed', amountFen: 270_000 });
  });
});
