import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { householdChanged } from '../../workflows/messages.js';
import { Hall } from './support/hall.js';
import { AMOUNT_FEN, application, returned } from './support/inputs.js';

describe('A subsidy that is paid in instalments', () => {
  let hall: Hall;
  beforeAll(async () => {
    const workflowBundle = await bundleWorkflowCode({
      workflowsPath: path.join(import.meta.dirname, 'support/in-parts.ts'),
      failureConverterPath: path.resolve('platform/failure-converter.cjs'),
      logger: new DefaultLogger('ERROR', () => {}),
    });
    hall = await Hall.open({ workflowBundle });
  });
  afterAll(async () => {
    await hall?.close();
  });

  const FIRST_FEN = AMOUNT_FEN / 3;

  test('has an order for each, numbered through all instalments and attempts; none is used again', async () => {
    const filed = await hall.file(application());
    filed.world.bank = [{ result: 'returned', reasonCode: 'ACCOUNT_CLOSED' }];
    await filed.comeTo('accountCorrection');
    await filed.act('accountCorrection', 'confirmAccount');
    await filed.comeTo('closed');
    expect(await filed.outcome()).toEqual({ kind: 'completed', amountFen: AMOUNT_FEN });
    const [one, two, three] = ['P1', 'P2', 'P3'].map((number) => `${filed.caseNo}-${number}`);
    expect(filed.all('paymentOrdered')).toMatchObject([
      { reference: one, instalment: 1, amountFen: FIRST_FEN },
      { reference: two, instalment: 1, amountFen: FIRST_FEN },
      { reference: three, instalment: 2, amountFen: AMOUNT_FEN - FIRST_FEN },
    ]);
    const credited = filed.all('paymentSettled').filter(({ result }) => result === 'credited');
    expect(credited.map(({ reference }) => reference)).toEqual([two, three]);
  });

  test('needs a third signature for the instalment that brings it above the limit, and for none before', async () => {
    const filed = await hall.file(application({ thirdSignatureAboveFen: AMOUNT_FEN - 1 }));
    await filed.comeTo('paymentReview');
    expect(await filed.answerTo(filed.complete('paymentReview', 'pass'))).toBe('accepted');
    await filed.comeTo('paymentPreparation');
    await filed.act('paymentPreparation', 'prepare');
    const { cosigner: _, ...alone } = filed.complete('paymentReview', 'pass');
    expect(await filed.answerTo(alone)).toBe('THIRD_SIGNATURE_MISSING');
    await filed.handle.terminate();
  });

  test('whose household changed is not paid the next one before somebody has looked', async () => {
    const filed = await hall.file(application());
    await filed.comeTo('bankTransfer');
    await filed.handle.signal(householdChanged, 'change-1');
    await filed.until(() => filed.all('changeReported').length === 1);
    await filed.isTold({ result: 'credited' });
    await filed.untilStage('paymentPreparation');
    expect(await filed.answerTo(filed.complete('paymentPreparation', 'prepare'))).toBe('CHANGE_OPEN');
    await filed.act('householdChange', 'close', { subject: 'change-1' });
    expect(await filed.outcome()).toMatchObject({ kind: 'closedForChange' });
    expect(filed.all('paymentOrdered')).toHaveLength(1);
  });

  test('of which one comes back after it was credited, pays that one anew', async () => {
    const opened = await hall.reopen(returned({ amountFen: FIRST_FEN, instalment: 1, nextAttempt: 3 }));
    await opened.comeTo('accountCorrection');
    await opened.act('accountCorrection', 'confirmAccount');
    await opened.comeTo('closed');
    expect(await opened.outcome()).toEqual({ kind: 'completed', amountFen: FIRST_FEN });
    expect(opened.all('paymentOrdered')).toMatchObject([
      { reference: `${opened.caseNo}-P3`, instalment: 1, amountFen: FIRST_FEN },
    ]);
  });

  test('of which one is paid anew counts with what was paid besides', async () => {
    const above = { thirdSignatureAboveFen: AMOUNT_FEN - 1, paidFen: AMOUNT_FEN - FIRST_FEN };
    const opened = await hall.reopen(returned({ amountFen: FIRST_FEN, instalment: 1, nextAttempt: 3, ...above }));
    await opened.comeTo('accountCorrection');
    await opened.act('accountCorrection', 'confirmAccount');
    await opened.comeTo('paymentReview');
    const { cosigner: _, ...alone } = opened.complete('paymentReview', 'pass');
    expect(await opened.answerTo(alone)).toBe('THIRD_SIGNATURE_MISSING');
    await opened.handle.terminate();
  });
});
