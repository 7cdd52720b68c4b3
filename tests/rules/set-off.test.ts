import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { programmesOf } from '../../domain/programmes/catalogue.js';
import { keptBack, maySetOff } from '../../domain/rules/set-off.js';

const fen = fc.bigInt({ min: 0n, max: 50_000_000n });
const claims = fc
  .array(fen, { maxLength: 6 })
  .map((owed) => owed.map((owedFen, place) => ({ caseNo: `${place}`, owedFen })));
const limit = fc.integer({ min: 0, max: 10_000 });
const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);

describe('抵扣: what is kept back of a payment', () => {
  test('is never more than is owed, nor than the share of the payment; and no less than both allow', () => {
    fc.assert(
      fc.property(claims, fen, limit, (owed, paymentFen, basisPoints) => {
        const kept = keptBack(owed, paymentFen, basisPoints);
        const mayFen = (paymentFen * BigInt(basisPoints)) / 10_000n;
        const owedFen = sum(owed.map((claim) => claim.owedFen));
        expect(sum(kept.map(({ amountFen }) => amountFen))).toBe(owedFen < mayFen ? owedFen : mayFen);
        for (const { caseNo, amountFen } of kept) {
          expect(amountFen > 0n && amountFen <= owed.find((claim) => claim.caseNo === caseNo)!.owedFen).toBe(true);
        }
      }),
    );
  });

  test('is for the oldest claim first', () => {
    const owed = ['a', 'b', 'c'].map((caseNo) => ({ caseNo, owedFen: 300n }));
    expect(keptBack(owed, 1_000n, 5_000)).toEqual([
      { caseNo: 'a', amountFen: 300n },
      { caseNo: 'b', amountFen: 200n },
    ]);
  });

  test('is nothing of relief, of allowances for the disabled, or of what goes to somebody else', () => {
    const programmes = programmesOf('339901', 2026);
    const never = programmes.filter((programme) => !maySetOff(programme)).map(({ code }) => code);
    expect(never).toEqual(
      expect.arrayContaining([
        'disaster-relief',
        'temporary-relief',
        'disability-allowance',
        'pension-premium',
        'medical-premium',
      ]),
    );
    expect(never).not.toContain('tea-garden');
    // Versions of relief from before there were set-offs say nothing of it.
    expect(maySetOff({ workflow: 'relief' })).toBe(false);
    expect(maySetOff({ payTo: 'lessor', setOff: 'allowed' })).toBe(false);
  });
});
