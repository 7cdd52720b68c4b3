import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Hall } from './support/hall.js';
import { HOUSING, RELOCATION_FEN, relocation, RENOVATION_FEN, renovation } from './support/inputs.js';

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

describe('A renovation', () => {
  const inParts = { housing: { ...HOUSING, worksFirstInstalmentBasisPoints: 3_000 } };
  const firstFen = (RENOVATION_FEN * 3) / 10;

  test('is paid in full after its works are accepted, where the county gives nothing before', async () => {
    const filed = await hall.file(renovation());
    await filed.comeTo('closed');
    const [only, ...others] = filed.all('paymentOrdered');
    expect([only?.amountFen, only?.instalment, others]).toEqual([RENOVATION_FEN, undefined, []]);
  });

  test('has a first instalment when its works begin, where the county gives one, and the rest after them', async () => {
    const filed = await hall.file(renovation(inParts));
    await filed.comeTo('projectWork');
    expect(filed.all('paymentOrdered')).toMatchObject([{ amountFen: firstFen, instalment: 1 }]);
    await filed.comeTo('closed');
    expect(filed.all('paymentOrdered').at(-1)).toMatchObject({ amountFen: RENOVATION_FEN - firstFen, instalment: 2 });
    expect(filed.all('recoveryOpened')).toEqual([]);
  });

  test('whose works are not accepted after the first instalment claims it back', async () => {
    const filed = await hall.file(renovation(inParts));
    await filed.comeTo('worksAcceptance');
    await filed.act('worksAcceptance', 'refuse');
    await filed.comeTo('closed');
    expect(filed.all('recoveryOpened')).toMatchObject([{ amountFen: firstFen, cause: 'notCompleted' }]);
  });
});
