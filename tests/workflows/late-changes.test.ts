import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { householdChanged } from '../../workflows/messages.js';
import { Hall } from './support/hall.js';
import { application } from './support/inputs.js';

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open();
});
afterAll(async () => {
  await hall?.close();
});

describe('A change in the household', () => {
  test('that is reported while the payment is being reviewed keeps the money in the house until it was looked at', async () => {
    const filed = await hall.file(application());
    await filed.comeTo('paymentReview');
    await filed.handle.signal(householdChanged, 'change-1');
    await filed.until(() => filed.all('changeReported').length === 1);
    expect(await filed.answerTo(filed.complete('paymentReview', 'pass'))).toBe('CHANGE_OPEN');
    await filed.act('householdChange', 'continue', { subject: 'change-1' });
    await filed.act('paymentReview', 'pass');
    await filed.comeTo('closed');
    expect(await filed.outcome()).toMatchObject({ kind: 'completed' });
  });

  test('that is reported while the end of a case is written leaves no task in it', async () => {
    let answer = () => {};
    const filed = await hall.file(application());
    await filed.comeTo('initialCheck');
    filed.world.answers = new Promise((resolve) => (answer = resolve));
    const withdrawn = filed.act('initialCheck', 'withdraw');
    await filed.until(() => filed.all('closed').length === 1);
    await filed.handle.signal(householdChanged, 'change-1');
    await filed.handle.describe();
    answer();
    await withdrawn;
    expect(await filed.outcome()).toMatchObject({ kind: 'withdrawn' });
    expect(filed.world.noted.at(-1)).toMatchObject({ kind: 'closed' });
    expect(filed.all('changeReported')).toEqual([]);
  });
});
