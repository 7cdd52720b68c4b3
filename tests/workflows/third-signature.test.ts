import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Hall } from './support/hall.js';
import { AMOUNT_FEN, application } from './support/inputs.js';
import { official } from './support/people.js';

describe('A payment above the limit', () => {
  let hall: Hall;
  beforeAll(async () => {
    hall = await Hall.open();
  });
  afterAll(async () => {
    await hall?.close();
  });

  const first = official('payment-reviewer-1', 'paymentReviewer', 'finance-office');
  const third = official('payment-reviewer-2', 'paymentReviewer', 'finance-office');
  const atReview = async (thirdSignatureAboveFen: number) => {
    const filed = await hall.file(application({ thirdSignatureAboveFen }));
    await filed.comeTo('paymentReview');
    return { filed, subject: filed.all('paymentOrdered').at(-1)!.reference };
  };

  test('is not passed by one reviewer alone, nor by the same one twice', async () => {
    const { filed, subject } = await atReview(AMOUNT_FEN - 1);
    const pass = (more: object) =>
      filed.answerTo(filed.complete('paymentReview', 'pass', { subject, by: first, ...more }));
    expect(await pass({})).toBe('THIRD_SIGNATURE_MISSING');
    expect(await pass({ cosigner: first })).toBe('THIRD_SIGNATURE_MISSING');
    expect(await pass({ cosigner: official('payment-maker-1', 'paymentMaker', 'poverty-office') })).not.toBe(
      'accepted',
    );
    expect(filed.stage).toBe('paymentReview');
    expect(await pass({ cosigner: third })).toBe('accepted');
    await filed.comeTo('closed');
    expect(await filed.outcome()).toEqual({ kind: 'completed', amountFen: AMOUNT_FEN });
  });

  test('is given back by one reviewer alone', async () => {
    const { filed, subject } = await atReview(AMOUNT_FEN - 1);
    await filed.act('paymentReview', 'return', { subject, by: first });
    expect(filed.stage).toBe('paymentPreparation');
  });

  test('at the limit itself is passed by one reviewer', async () => {
    const { filed, subject } = await atReview(AMOUNT_FEN);
    await filed.act('paymentReview', 'pass', { subject, by: first });
    expect(filed.stage).toBe('bankTransfer');
  });
});
