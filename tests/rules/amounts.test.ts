import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { acceptedFen, type Standard, subsidyFen } from '../../domain/rules/amounts.js';
import { isFen } from '../../domain/rules/fen.js';

const fen = fc.integer({ min: 1, max: 1_000_000_000 });
const perUnit = fc.record({
  kind: fc.constant('perUnit' as const),
  ...{ fenPerUnit: fen, scale: fc.integer({ min: 0, max: 4 }), capFen: fen },
});
const share = fc.record({
  kind: fc.constant('share' as const),
  ...{ basisPoints: fc.integer({ min: 1, max: 10_000 }), capFen: fen },
});
const flat = fc.record({ kind: fc.constant('flat' as const), fen });
const standard: fc.Arbitrary<Standard> = fc.oneof(perUnit, share, flat);
/** Whatever a person can type in, up to what a number holds exactly. */
const quantity = fc.maxSafeNat();

describe('A subsidy', () => {
  test('is a whole number of fen, whatever the standard and the quantity', () => {
    fc.assert(fc.property(standard, quantity, (by, of) => expect(isFen(subsidyFen(by, of))).toBe(true)));
  });

  test('never exceeds its cap', () => {
    fc.assert(
      fc.property(fc.oneof(perUnit, share), quantity, (by, of) => {
        expect(subsidyFen(by, of)).toBeLessThanOrEqual(by.capFen);
      }),
    );
  });

  test('never falls when the quantity grows', () => {
    fc.assert(
      fc.property(standard, quantity, quantity, (by, one, other) => {
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

  test.each([
    ['2.50 mu at 300 yuan', { kind: 'perUnit', fenPerUnit: 30_000, scale: 2, capFen: 300_000 }, 250, 75_000],
    ['12 mu, up to the cap', { kind: 'perUnit', fenPerUnit: 30_000, scale: 2, capFen: 300_000 }, 1200, 300_000],
    ['a hive at 100 yuan', { kind: 'perUnit', fenPerUnit: 10_000, scale: 0, capFen: 500_000 }, 1, 10_000],
    ['8 % of 1 234.56 yuan', { kind: 'share', basisPoints: 800, capFen: 200_000 }, 123_456, 9876],
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
      fc.property(standard, quantity, fc.nat(), (by, approved, more) => {
        fc.pre(Number.isSafeInteger(approved + more));
        const committedFen = subsidyFen(by, approved);
        expect(acceptedFen(by, approved + more, committedFen)).toBe(committedFen);
      }),
    );
  });
});
