import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { acceptedFen, subsidyFen } from '../../domain/rules/amounts.js';
import { isFen } from '../../domain/rules/fen.js';
import {
  byGrade,
  capped,
  discretionary,
  fen,
  growing,
  interest,
  perUnit,
  shareWithLeast,
  standard,
} from './support/standards.js';

/** Whatever a person can type in, up to what a number holds exactly. */
const quantity = fc.maxSafeNat();

describe('A subsidy', () => {
  test('is a whole number of fen, whatever the standard and the quantity', () => {
    fc.assert(fc.property(standard, quantity, (by, of) => expect(isFen(subsidyFen(by, of))).toBe(true)));
  });

  test('never exceeds its cap', () => {
    fc.assert(
      fc.property(capped, quantity, (by, of) => {
        expect(subsidyFen(by, of)).toBeLessThanOrEqual(by.capFen);
      }),
    );
  });

  test('never falls when the quantity grows', () => {
    fc.assert(
      fc.property(growing, quantity, quantity, (by, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        expect(subsidyFen(by, more)).toBeGreaterThanOrEqual(subsidyFen(by, less));
      }),
    );
  });

  test('is nothing for nothing', () => {
    fc.assert(fc.property(standard, (by) => expect(subsidyFen(by, 0)).toBe(0)));
  });

  test('is rounded down by less than one fen, so that nobody is paid what was not earned', () => {
    fc.assert(
      fc.property(perUnit, fc.nat(9_000_000), ({ fenPerUnit, scale }, of) => {
        const paid = BigInt(subsidyFen({ kind: 'perUnit', fenPerUnit, scale, capFen: Number.MAX_SAFE_INTEGER }, of));
        const earned = BigInt(of) * BigInt(fenPerUnit);
        const unit = 10n ** BigInt(scale);
        expect(paid * unit <= earned && earned < (paid + 1n) * unit).toBe(true);
      }),
    );
  });

  test('of a share with a minimum rate is never under that rate, and over its cap only for that', () => {
    fc.assert(
      fc.property(shareWithLeast, quantity, (by, of) => {
        const leastFen = Number((BigInt(of) * BigInt(by.leastBasisPoints)) / 10_000n);
        const amountFen = subsidyFen(by, of);
        expect(amountFen).toBeGreaterThanOrEqual(leastFen);
        expect(amountFen).toBeLessThanOrEqual(Math.max(by.capFen, leastFen));
      }),
    );
  });

  test('by grade is what the table says of the grade, and nothing for a grade that it has not', () => {
    fc.assert(
      fc.property(byGrade, fc.integer({ min: 1, max: 30 }), (by, grade) => {
        expect(subsidyFen(by, grade)).toBe(by.fenByGrade[grade - 1] ?? 0);
      }),
    );
  });

  test('without a formula is what was decided, up to the limit', () => {
    fc.assert(
      fc.property(discretionary, quantity, (by, decidedFen) => {
        expect(subsidyFen(by, decidedFen)).toBe(Math.min(by.limitFen, decidedFen));
      }),
    );
  });

  test('on interest is exact to the fen: what two parts of the time bring differs from the whole by rounding alone', () => {
    fc.assert(
      fc.property(interest, fc.nat(2_000_000_000), fc.nat(2_000_000_000), (by, first, then) => {
        const uncapped = { ...by, capFen: Number.MAX_SAFE_INTEGER };
        const whole = subsidyFen(uncapped, first + then);
        const parts = subsidyFen(uncapped, first) + subsidyFen(uncapped, then);
        expect([0, 1]).toContain(whole - parts);
      }),
    );
  });

  test.each([
    ['2.50 mu at 300 yuan', { kind: 'perUnit', fenPerUnit: 30_000, scale: 2, capFen: 300_000 }, 250, 75_000],
    ['12 mu, up to the cap', { kind: 'perUnit', fenPerUnit: 30_000, scale: 2, capFen: 300_000 }, 1200, 300_000],
    ['a hive at 100 yuan', { kind: 'perUnit', fenPerUnit: 10_000, scale: 0, capFen: 500_000 }, 1, 10_000],
    ['8 % of 1 234.56 yuan', { kind: 'share', basisPoints: 800, capFen: 200_000 }, 123_456, 9876],
    // 30 000 yuan of fees: 3 % are 900, the cap of 500 gives way to 2 %, which are 600.
    [
      '3 % of 30 000 yuan, capped, but not under 2 %',
      { kind: 'share', basisPoints: 300, capFen: 50_000, leastBasisPoints: 200 },
      ...([3_000_000, 60_000] as const),
    ],
    // 50 000 yuan for 182 days are 9 100 000; × 4.35 % ÷ 360 = 1 099.5833… yuan, rounded down to the fen.
    [
      'interest of 4.35 % on 50 000 yuan for 182 days',
      { kind: 'interest', basisPoints: 435, dayBasis: 360, capFen: 1_000_000 },
      ...([9_100_000, 109_958] as const),
    ],
    // The same by a year of 365 days: 1 084.5205… yuan.
    [
      'interest by a year of 365 days',
      { kind: 'interest', basisPoints: 435, dayBasis: 365, capFen: 1_000_000 },
      ...([9_100_000, 108_452] as const),
    ],
    ['grade D', { kind: 'byGrade', fenByGrade: [0, 0, 1_500_000, 3_000_000] }, 4, 3_000_000],
    ['a decision within the limit', { kind: 'discretionary', limitFen: 300_000 }, 120_000, 120_000],
    ['a flat 500 yuan', { kind: 'flat', fen: 50_000 }, 3, 50_000],
  ] as const)('of %s', (_, by, of, amountFen) => {
    expect(subsidyFen(by, of)).toBe(amountFen);
  });

  test.each([0.5, -1, Number.NaN, Infinity, 2 ** 53])('is not made of %p', (of) => {
    expect(() => subsidyFen({ kind: 'flat', fen: 1 }, of)).toThrow(RangeError);
  });
});

describe('What an acceptance pays', () => {
  test('never exceeds what was committed, nor what the standard gives for what was accepted', () => {
    fc.assert(
      fc.property(standard, quantity, fen, (by, accepted, committedFen) => {
        const amountFen = acceptedFen(by, accepted, committedFen);
        expect(isFen(amountFen)).toBe(true);
        expect(amountFen).toBeLessThanOrEqual(committedFen);
        expect(amountFen).toBeLessThanOrEqual(subsidyFen(by, accepted));
      }),
    );
  });

  test('is what was committed where as much or more was accepted', () => {
    fc.assert(
      fc.property(growing, quantity, fc.nat(), (by, approved, more) => {
        fc.pre(Number.isSafeInteger(approved + more));
        const committedFen = subsidyFen(by, approved);
        expect(acceptedFen(by, approved + more, committedFen)).toBe(committedFen);
      }),
    );
  });
});
