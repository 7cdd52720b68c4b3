import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Hall } from './support/hall.js';
import { RELOCATION_FEN, relocation } from './support/inputs.js';

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open();
});
afterAll(async () => {
  await hall?.close();
});

describe('A relocation', () => {
  test('is paid half when the agreement is signed, and the rest when the old homestead is settled', async () => {
    const filed = await hall.file(relocation());
    await filed.comeTo('movingIn');
    expect(filed.all('paymentOrdered')).toMatchObject([{ amountFen: RELOCATION_FEN / 2, instalment: 1 }]);
    await filed.comeTo('closed');
    expect(filed.all('paymentOrdered').at(-1)).toMatchObject({ amountFen: RELOCATION_FEN / 2, instalment: 2 });
  });

  test('has eighty square metres of building land for each person who moves', async () => {
    const filed = await hall.file(relocation());
    await filed.comeTo('townshipVerification');
    await filed.act('townshipVerification', 'amend', { quantity: 3 });
    await filed.comeTo('agreementOffer');
    expect(filed.all('landGranted')).toMatchObject([{ squareMetres: 240 }]);
  });

  test('from which the household withdraws after it was paid claims back what was paid', async () => {
    const filed = await hall.file(relocation());
    await filed.comeTo('movingIn');
    await filed.act('movingIn', 'withdraw');
    await filed.comeTo('closed');
    expect(filed.all('recoveryOpened')).toMatchObject([{ amountFen: RELOCATION_FEN / 2, cause: 'withdrawn' }]);
  });

  test('that comes to nothing before anything was paid claims nothing', async () => {
    const filed = await hall.file(relocation());
    await filed.comeTo('agreementSigning');
    await filed.act('agreementSigning', 'withdraw');
    await filed.comeTo('closed');
    expect(filed.all('recoveryOpened')).toEqual([]);
  });

  test('offers nothing half: a site without a plot, or a plot where nobody moves to a site', async () => {
    const filed = await hall.file(relocation());
    await filed.comeTo('agreementOffer');
    const offer = filed.complete('agreementOffer', 'offer');
    const wrong = [
      { way: 'concentrated', siteId: 'site-1' },
      { way: 'money', siteId: 'site-1', plotNo: '1' },
    ] as const;
    for (const settlement of wrong) expect(await filed.answerTo({ ...offer, settlement })).toBe('SETTLEMENT_MISSING');
  });

  test('cannot be withdrawn from once the household has moved', async () => {
    const filed = await hall.file(relocation());
    await filed.comeTo('oldHomestead');
    expect(await filed.answerTo(filed.complete('oldHomestead', 'withdraw'))).toBe('TOO_LATE_TO_WITHDRAW');
  });
});
