import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Hall } from './support/hall.js';
import { application } from './support/inputs.js';

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open();
});
afterAll(async () => {
  await hall?.close();
});

/** A tenth of a thousandth of what was earned: little earned pays nothing. */
const SHARE = { kind: 'share', basisPoints: 1, capFen: 300_000 } as const;

describe('A quantity', () => {
  test.each([1, 2 ** 31])(
    'of %i that pays nothing, or that no record holds, is refused wherever it is given',
    async (quantity) => {
      const filed = await hall.file(application({ standard: SHARE, quantity: 20_000, paidAfterAcceptance: true }));
      await filed.comeTo('initialCheck');
      await filed.act('initialCheck', 'return');
      expect(await filed.answerTo(filed.complete('correction', 'handIn', { quantity }))).toBe('QUANTITY_MISSING');
      await filed.act('correction', 'handIn');
      await filed.comeTo('townshipVerification');
      expect(await filed.answerTo(filed.complete('townshipVerification', 'amend', { quantity }))).toBe(
        'QUANTITY_MISSING',
      );
      await filed.comeTo('publicNotice');
      await filed.object('objection-1');
      await filed.untilStage('objectionHearing');
      expect(await filed.answerTo(filed.complete('objectionHearing', 'amend', { quantity }))).toBe('QUANTITY_MISSING');
      await filed.act('objectionHearing', 'dismiss');
      await filed.comeTo('acceptanceInspection');
      expect(await filed.answerTo(filed.complete('acceptanceInspection', 'pass', { quantity }))).toBe(
        'QUANTITY_MISSING',
      );
    },
  );
});
