import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { householdChanged } from '../../workflows/messages.js';
import { Hall } from './support/hall.js';
import { AMOUNT_FEN, application } from './support/inputs.js';
import type { RunningCase } from './support/running-case.js';
import type { World } from './support/world.js';

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open();
});
afterAll(async () => {
  await hall?.close();
});

async function reviewedBy(prepare: (world: World) => void): Promise<RunningCase> {
  const filed = await hall.file(application(), prepare);
  await filed.comeTo('paymentReview');
  return filed;
}

const sentTo = ({ world }: RunningCase) => world.asked.flatMap(({ reference }) => reference ?? []);

describe('A payment', () => {
  test('has its reference on record before the bank hears of it', async () => {
    const filed = await reviewedBy((world) => (world.bank = ['silent']));
    expect(filed.all('paymentOrdered')).toMatchObject([{ reference: `${filed.caseNo}-P1`, amountFen: AMOUNT_FEN }]);
    expect(sentTo(filed)).toEqual([]);
    await filed.act('paymentReview', 'pass');
    expect(filed.stage).toBe('bankTransfer');
    filed.world.bank = [];
    expect(await filed.outcome()).toMatchObject({ kind: 'completed' });
  });

  test('that the bank is silent about is asked about under the same reference, for as long as it takes', async () => {
    const filed = await reviewedBy((world) => (world.bank = ['silent']));
    await filed.act('paymentReview', 'pass');
    await hall.env.sleep('6 hours');
    expect(filed.stage).toBe('bankTransfer');
    filed.world.bank = [];
    expect(await filed.outcome()).toEqual({ kind: 'completed', amountFen: AMOUNT_FEN });
    expect(sentTo(filed).length).toBeGreaterThan(10);
    expect(new Set(sentTo(filed))).toEqual(new Set([`${filed.caseNo}-P1`]));
    expect(filed.all('paymentSettled')).toHaveLength(1);
  });

  test('under way keeps nobody waiting: a change in the household is still looked at', async () => {
    const filed = await reviewedBy((world) => (world.bank = ['silent']));
    await filed.act('paymentReview', 'pass');
    await filed.handle.signal(householdChanged, 'change-1');
    await filed.until(() => filed.all('changeReported').length === 1);
    const close = filed.complete('householdChange', 'close', { subject: 'change-1' });
    expect(await filed.answerTo(close)).toBe('STAGE_MOVED');
    await filed.act('householdChange', 'continue', { subject: 'change-1' });
    filed.world.bank = [];
    expect(await filed.outcome()).toMatchObject({ kind: 'completed' });
  });

  test('that comes back waits for the account to be put right, and is issued again under another reference', async () => {
    const filed = await reviewedBy((world) => {
      world.bank = [{ kind: 'returned', reasonCode: 'ACCOUNT_CLOSED' }, { kind: 'credited' }];
    });
    await filed.act('paymentReview', 'pass');
    await filed.untilStage('accountCorrection');
    expect(filed.all('paymentSettled')).toMatchObject([{ result: 'returned', reasonCode: 'ACCOUNT_CLOSED' }]);
    await filed.act('accountCorrection', 'confirmAccount');
    await filed.comeTo('closed');
    expect(await filed.outcome()).toEqual({ kind: 'completed', amountFen: AMOUNT_FEN });
    expect(sentTo(filed)).toEqual([`${filed.caseNo}-P1`, `${filed.caseNo}-P2`]);
  });

  test('that finance sends back is cancelled and made out anew; the bank never hears of the first', async () => {
    const filed = await reviewedBy(() => {});
    await filed.act('paymentReview', 'return');
    expect(filed.all('paymentCancelled')).toMatchObject([{ reference: `${filed.caseNo}-P1` }]);
    expect(filed.stage).toBe('paymentPreparation');
    await filed.comeTo('closed');
    expect(await filed.outcome()).toMatchObject({ kind: 'completed' });
    expect(sentTo(filed)).toEqual([`${filed.caseNo}-P2`]);
  });
});
