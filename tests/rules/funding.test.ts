import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inProportion, splitFen } from '../../domain/rules/funding.js';

const funding = fc
  .tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }))
  .map(([one, other]) => {
    const [least, most] = [Math.min(one, other), Math.max(one, other)];
    return { province: least, city: most - least, county: 10_000 - most };
  });
const fen = fc.nat(10_000_000_000);

describe('What province, city and county bear', () => {
  test('is the whole amount, with no fen lost or invented', () => {
    fc.assert(
      fc.property(fen, funding, (amountFen, by) => {
        const { province, city, county } = splitFen(amountFen, by);
        expect(province + city + county).toBe(amountFen);
      }),
    );
  });

  test('is each one’s share to less than a fen, and nothing of whoever bears nothing', () => {
    fc.assert(
      fc.property(fen, funding, (amountFen, by) => {
        const split = splitFen(amountFen, by);
        for (const office of ['province', 'city', 'county'] as const) {
          const exact = BigInt(amountFen) * BigInt(by[office]);
          const paid = BigInt(split[office]) * 10_000n;
          expect(paid > exact - 10_000n && paid < exact + 10_000n).toBe(true);
          expect(by[office] > 0 || split[office] === 0).toBe(true);
        }
      }),
    );
  });

  test('of an odd fen goes to whom most was cut off, of two alike to the higher office', () => {
    expect(splitFen(100, { province: 3_333, city: 3_333, county: 3_334 })).toEqual({
      province: 33,
      city: 33,
      county: 34,
    });
    expect(splitFen(1, { province: 5_000, city: 5_000, county: 0 })).toEqual({ province: 1, city: 0, county: 0 });
  });
});

describe('What is taken of several parts', () => {
  const weights = fc.array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 1, maxLength: 4 });

  test('is taken by their proportion, none above what it has, and all of it where all is taken', () => {
    fc.assert(
      fc.property(weights, fc.nat(1_000_000), (parts, share) => {
        const all = parts.reduce((sum, fen) => sum + fen, 0n);
        const amount = (all * BigInt(share)) / 1_000_000n;
        const taken = inProportion(amount, parts);
        expect(taken.reduce((sum, fen) => sum + fen, 0n)).toBe(amount);
        for (const [place, fen] of taken.entries()) expect(fen >= 0n && fen <= parts[place]!).toBe(true);
        expect(inProportion(all, parts)).toEqual(parts);
      }),
    );
  });
});
