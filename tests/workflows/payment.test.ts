import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { householdChanged } from '../../workflows/messages.js';
import { Hall } from './support/hall.js';
import { AMOUNT_FEN, application, returned } from './support/inputs.js';
import type { RunningCase } from './support/running-case.js';

const ACCOUNT_CLOSED = { result: 'returned', reasonCode: 'ACCOUNT_CLOSED' } as const;
const CREDITED = { result: 'credited' } as const;

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open();
});
afterAll(async () => {
  await hall?.close();
});

async function reviewed(): Promise<RunningCase> {
  const filed = await hall.file(application());
  await filed.comeTo('bankTransfer');
  return filed;
}

const ordersOf = (filed: RunningCase) => filed.all('paymentOrdered').map(({ reference }) => reference);

describe('A payment', () => {
  test('has its reference on record before finance reviews it, and waits at the bank under it', async () => {
    const filed = await hall.file(application());
    await filed.comeTo('paymentReview');
    expect(filed.all('paymentOrdered')).toMatchObject([{ reference: `${filed.caseNo}-P1`, amountFen: AMOUNT_FEN }]);
    await filed.act('paymentReview', 'pass');
    expect(filed.all('entered').at(-1)).toMatchObject({ stage: 'bankTransfer', subject: `${filed.caseNo}-P1` });
    await filed.comeTo('closed');
    expect(await filed.outcome()).toEqual({ kind: 'completed', amountFen: AMOUNT_FEN });
  });

  test('waits for the bank as long as it takes, and for nothing else', async () => {
    const filed = await reviewed();
    const before = (await filed.handle.fetchHistory()).events!.length;
    await hall.sleepDays(30);
    expect(filed.stage).toBe('bankTransfer');
    expect((await filed.handle.fetchHistory()).events).toHaveLength(before);
    await filed.isTold(CREDITED);
    expect(await filed.outcome()).toEqual({ kind: 'completed', amountFen: AMOUNT_FEN });
  });

  test('has one end, however often its batch tells it, and whatever is told of it later', async () => {
    const filed = await reviewed();
    await filed.isTold(ACCOUNT_CLOSED);
    await filed.isTold(ACCOUNT_CLOSED);
    await filed.isTold(CREDITED);
    await filed.untilStage('accountCorrection');
    await filed.act('accountCorrection', 'confirmAccount');
    expect(filed.stage).toBe('paymentPreparation');
    await filed.isTold(CREDITED, `${filed.caseNo}-P1`);
    await filed.comeTo('closed');
    await filed.outcome();
    expect(filed.all('paymentSettled')).toMatchObject([
      { reference: `${filed.caseNo}-P1`, ...ACCOUNT_CLOSED },
      { reference: `${filed.caseNo}-P2`, ...CREDITED },
    ]);
  });

  test('is not settled by what is told of an order that the case does not have', async () => {
    const filed = await reviewed();
    await filed.isTold(CREDITED, `${filed.caseNo}-P2`);
    await hall.sleepDays(1);
    expect(filed.stage).toBe('bankTransfer');
    await filed.comeTo('closed');
    await filed.outcome();
    expect(filed.all('paymentSettled')).toHaveLength(1);
  });

  test('under way keeps nobody waiting: a change in the household is still looked at', async () => {
    const filed = await reviewed();
    await filed.handle.signal(householdChanged, 'change-1');
    await filed.until(() => filed.all('changeReported').length === 1);
    const close = filed.complete('householdChange', 'close', { subject: 'change-1' });
    expect(await filed.answerTo(close)).toBe('STAGE_MOVED');
    await filed.act('householdChange', 'continue', { subject: 'change-1' });
    await filed.comeTo('closed');
    expect(await filed.outcome()).toMatchObject({ kind: 'completed' });
  });

  test('that comes back waits for the account to be put right, and is issued again under another reference', async () => {
    const filed = await reviewed();
    await filed.isTold(ACCOUNT_CLOSED);
    await filed.untilStage('accountCorrection');
    await filed.act('accountCorrection', 'confirmAccount');
    await filed.comeTo('closed');
    expect(await filed.outcome()).toEqual({ kind: 'completed', amountFen: AMOUNT_FEN });
    expect(ordersOf(filed)).toEqual([`${filed.caseNo}-P1`, `${filed.caseNo}-P2`]);
  });

  test('whose payee was changed after the review is made and reviewed anew; nobody is asked for the account', async () => {
    const filed = await reviewed();
    await filed.isTold({ result: 'cancelled', reasonCode: 'PAYEE_CHANGED' });
    await filed.untilStage('paymentPreparation');
    expect(filed.all('paymentCancelled')).toMatchObject([
      { reference: `${filed.caseNo}-P1`, reasonCode: 'PAYEE_CHANGED' },
    ]);
    await filed.comeTo('closed');
    expect(await filed.outcome()).toEqual({ kind: 'completed', amountFen: AMOUNT_FEN });
    expect(ordersOf(filed)).toEqual([`${filed.caseNo}-P1`, `${filed.caseNo}-P2`]);
    expect(filed.all('entered').map(({ stage }) => stage)).not.toContain('accountCorrection');
  });

  test.each(['NAME_MISMATCH', 'ACCOUNT_UNKNOWN'])(
    'whose payee the bank does not know (%s) is put right by the household before anything leaves',
    async (reasonCode) => {
      const filed = await reviewed();
      await filed.isTold({ result: 'cancelled', reasonCode });
      await filed.untilStage('accountCorrection');
      await filed.act('accountCorrection', 'confirmAccount');
      await filed.comeTo('closed');
      expect(await filed.outcome()).toEqual({ kind: 'completed', amountFen: AMOUNT_FEN });
      expect(filed.all('paymentSettled')).toMatchObject([{ reference: `${filed.caseNo}-P2`, ...CREDITED }]);
    },
  );

  test('that finance sends back is cancelled and made out anew', async () => {
    const filed = await hall.file(application());
    await filed.comeTo('paymentReview');
    await filed.act('paymentReview', 'return');
    expect(filed.all('paymentCancelled')).toMatchObject([{ reference: `${filed.caseNo}-P1` }]);
    expect(filed.stage).toBe('paymentPreparation');
    await filed.comeTo('closed');
    expect(await filed.outcome()).toMatchObject({ kind: 'completed' });
    expect(filed.all('paymentSettled')).toMatchObject([{ reference: `${filed.caseNo}-P2` }]);
  });
});

describe('Money that comes back after it was credited', () => {
  test('is paid anew once the account is put right, under the number that follows', async () => {
    const opened = await hall.reopen(returned());
    await opened.comeTo('accountCorrection');
    await opened.act('accountCorrection', 'confirmAccount');
    await opened.comeTo('closed');
    expect(await opened.outcome()).toEqual({ kind: 'completed', amountFen: AMOUNT_FEN });
    expect(ordersOf(opened)).toEqual([`${opened.caseNo}-P2`]);
  });

  test('may come back again', async () => {
    const opened = await hall.reopen(returned());
    await opened.comeTo('accountCorrection');
    await opened.act('accountCorrection', 'confirmAccount');
    await opened.comeTo('bankTransfer');
    await opened.isTold(ACCOUNT_CLOSED);
    await opened.untilStage('accountCorrection');
    await opened.act('accountCorrection', 'confirmAccount');
    await opened.comeTo('closed');
    expect(await opened.outcome()).toEqual({ kind: 'completed', amountFen: AMOUNT_FEN });
    expect(ordersOf(opened)).toEqual([`${opened.caseNo}-P2`, `${opened.caseNo}-P3`]);
  });
});

const CLAIM = '330127-2026-900001-0';
/** A case of a household that owes so much in another. */
async function owing(amountFen: number, limit?: number): Promise<RunningCase> {
  const changes = limit === undefined ? {} : { thirdSignatureAboveFen: limit };
  return await hall.file(application(changes), (world) => (world.claims = [{ caseNo: CLAIM, amountFen }]));
}
const askedFor = (filed: RunningCase) => filed.world.asked.filter(({ what }) => what.startsWith('setOff'));

describe('抵扣: of a payment to a household that owes', () => {
  const FEN = AMOUNT_FEN / 3;

  test('what is kept back stands before the order, which is for the rest', async () => {
    const filed = await owing(FEN);
    await filed.comeTo('closed');
    const reference = `${filed.caseNo}-P1`;
    expect(filed.all('setOff')).toMatchObject([{ reference, claims: [{ caseNo: CLAIM, amountFen: FEN }] }]);
    expect(filed.all('paymentOrdered')).toMatchObject([{ reference, amountFen: AMOUNT_FEN - FEN }]);
    expect(await filed.outcome()).toEqual({ kind: 'completed', amountFen: AMOUNT_FEN });
  });

  test('nothing is ordered of the bank where nothing is left; the case is paid', async () => {
    const filed = await owing(AMOUNT_FEN);
    await filed.comeTo('closed');
    expect(filed.all('paymentOrdered')).toEqual([]);
    expect(filed.all('entered').map(({ stage }) => stage)).not.toContain('paymentReview');
    expect(await filed.outcome()).toEqual({ kind: 'completed', amountFen: AMOUNT_FEN });
  });

  test('an order that is given back, cancelled or returned neither undoes what was kept back nor repeats it', async () => {
    const filed = await owing(FEN);
    await filed.comeTo('paymentReview');
    filed.world.claims = [{ caseNo: CLAIM, amountFen: FEN }];
    await filed.act('paymentReview', 'return');
    await filed.comeTo('bankTransfer');
    await filed.isTold({ result: 'cancelled', reasonCode: 'PAYEE_CHANGED' });
    await filed.untilStage('paymentPreparation');
    await filed.comeTo('bankTransfer');
    await filed.isTold(ACCOUNT_CLOSED);
    await filed.untilStage('accountCorrection');
    await filed.act('accountCorrection', 'confirmAccount');
    await filed.comeTo('closed');
    expect(filed.all('setOff')).toHaveLength(1);
    expect(askedFor(filed)).toHaveLength(1);
    expect(filed.all('paymentOrdered').map(({ amountFen }) => amountFen)).toEqual(Array(4).fill(AMOUNT_FEN - FEN));
  });

  test('what was kept back in a case that then comes to nothing has to come back, as money would', async () => {
    const filed = await owing(FEN);
    await filed.comeTo('paymentReview');
    await filed.handle.signal(householdChanged, 'change-1');
    await filed.until(() => filed.all('changeReported').length === 1);
    await filed.act('householdChange', 'close', { subject: 'change-1' });
    expect(await filed.outcome()).toMatchObject({ kind: 'closedForChange' });
    expect(filed.all('recoveryOpened')).toMatchObject([{ amountFen: FEN, cause: 'notCompleted' }]);
  });

  test('the third signature is for the whole of it: no limit is evaded by owing', async () => {
    const filed = await owing(FEN, AMOUNT_FEN - 1);
    await filed.comeTo('paymentReview');
    const { cosigner: _, ...alone } = filed.complete('paymentReview', 'pass');
    expect(await filed.answerTo(alone)).toBe('THIRD_SIGNATURE_MISSING');
    await filed.handle.terminate();
  });

  test('what comes back after it was credited is paid anew without being kept back again', async () => {
    const opened = await hall.reopen(returned());
    opened.world.claims = [{ caseNo: CLAIM, amountFen: FEN }];
    await opened.comeTo('accountCorrection');
    await opened.act('accountCorrection', 'confirmAccount');
    await opened.comeTo('closed');
    expect(opened.all('setOff')).toEqual([]);
  });
});
