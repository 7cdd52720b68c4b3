import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Application } from '../../domain/schemas/application.js';
import { Hall } from './support/hall.js';
import { application, QUANTITY } from './support/inputs.js';

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open();
});
afterAll(async () => {
  await hall?.close();
});

/** A tenth of a thousandth of what was earned: little earned pays nothing. */
const SHARE = { kind: 'share', basisPoints: 1, capFen: 300_000 } as const;
const EARNED = { standard: SHARE, quantity: 20_000, limits: { minimum: 1, maximum: 30_000 } } as const;

/** What a case answers to a quantity, wherever one is given in turn. */
async function answersTo(quantity: number, changes: Partial<Application>): Promise<string[]> {
  const filed = await hall.file(application({ ...changes, paidAfterAcceptance: true }));
  await filed.comeTo('initialCheck');
  await filed.act('initialCheck', 'return');
  const corrected = await filed.answerTo(filed.complete('correction', 'handIn', { quantity }));
  await filed.act('correction', 'handIn');
  await filed.comeTo('townshipVerification');
  const verified = await filed.answerTo(filed.complete('townshipVerification', 'amend', { quantity }));
  await filed.comeTo('publicNotice');
  await filed.object('objection-1');
  await filed.untilStage('objectionHearing');
  const heard = await filed.answerTo(filed.complete('objectionHearing', 'amend', { quantity }));
  await filed.act('objectionHearing', 'dismiss');
  await filed.comeTo('acceptanceInspection');
  return [
    ...[corrected, verified, heard],
    await filed.answerTo(filed.complete('acceptanceInspection', 'pass', { quantity })),
  ];
}

describe('A quantity', () => {
  test('that pays nothing is refused wherever it is given', async () => {
    expect(await answersTo(1, EARNED)).toEqual(Array(4).fill('QUANTITY_MISSING'));
  });

  test.each([99, 2_001])(
    'of %i, beyond the limits of the programme, is only accepted as what there is',
    async (quantity) => {
      expect(await answersTo(quantity, {})).toEqual([...Array(3).fill('QUANTITY_OUT_OF_RANGE'), 'accepted']);
    },
  );

  test('that no record holds is refused to inspectors too', async () => {
    expect((await answersTo(2 ** 31, {})).at(-1)).toBe('QUANTITY_MISSING');
  });

  test.each([100, 2_000])('of %i, at the limit, can be amended to', async (quantity) => {
    const filed = await hall.file(application({ quantity: QUANTITY }));
    await filed.comeTo('townshipVerification');
    expect(await filed.answerTo(filed.complete('townshipVerification', 'amend', { quantity }))).toBe('accepted');
  });
});
