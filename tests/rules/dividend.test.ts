import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { apportion, divide, type DividendRule, type Holder } from '../../domain/rules/dividend.js';

const sum = (parts: Iterable<bigint>): bigint => [...parts].reduce((total, part) => total + part, 0n);
const fen = fc.bigInt({ min: 0n, max: 10n ** 14n });
const holders = fc
  .array(fc.record({ shares: fc.integer({ min: 1, max: 10 }), canWork: fc.boolean() }), { maxLength: 200 })
  .map((all) => all.map((holder, index): Holder => ({ ...holder, id: `holder-${index}` })));
const rule: fc.Arbitrary<DividendRule> = fc.record({
  collectiveBasisPoints: fc.integer({ min: 0, max: 10_000 }),
  guaranteeFen: fc.integer({ min: 0, max: 300_000 }),
  targetFen: fc.integer({ min: 0, max: 300_000 }),
  reserveMostFen: fc.integer({ min: 0, max: 1_000_000_000 }),
});

describe('资产收益分红: the income of a year', () => {
  test('is divided to the fen: collective, reserve and households make it together', () => {
    fc.assert(
      fc.property(fen, fen, holders, rule, (income, reserve, all, by) => {
        const { collectiveFen, reserveFen, householdsFen, parts } = divide(income, reserve, all, by);
        expect(collectiveFen + reserveFen + householdsFen).toBe(income);
        expect(sum(parts.values())).toBe(householdsFen);
        expect([...parts.values()].every((part) => part >= 0n)).toBe(true);
      }),
    );
  });

  test('never takes more from the reserve than it has, nor fills it above what it may hold', () => {
    fc.assert(
      fc.property(fen, fen, holders, rule, (income, reserve, all, by) => {
        fc.pre(all.length > 0);
        const after = reserve + divide(income, reserve, all, by).reserveFen;
        expect(after >= 0n).toBe(true);
        expect(after <= (reserve > BigInt(by.reserveMostFen) ? reserve : BigInt(by.reserveMostFen))).toBe(true);
      }),
    );
  });

  test('goes first to those without labour: nobody who can work gets anything before they have what is guaranteed', () => {
    fc.assert(
      fc.property(fen, holders, rule, (income, all, by) => {
        const { parts } = divide(income, 0n, all, by);
        const someWorkerGot = all.some(({ id, canWork }) => canWork && parts.get(id)! > 0n);
        fc.pre(someWorkerGot);
        for (const { id, shares, canWork } of all) {
          if (!canWork) expect(parts.get(id)! >= BigInt(shares) * BigInt(by.guaranteeFen)).toBe(true);
        }
      }),
    );
  });

  test('treats equals alike, to the fen or two that are left over', () => {
    fc.assert(
      fc.property(fen, holders, rule, (income, all, by) => {
        const { parts } = divide(income, 0n, all, by);
        for (const one of all)
          for (const other of all) {
            if (one.shares !== other.shares || one.canWork !== other.canWork) continue;
            const difference = parts.get(one.id)! - parts.get(other.id)!;
            expect(difference <= 2n && difference >= -2n).toBe(true);
          }
      }),
      { numRuns: 30 },
    );
  });

  test('by hand: 100,000 yuan, a tenth for the village, three households of 1, 2 and 3 shares', () => {
    const three: Holder[] = [
      { id: 'a', shares: 1, canWork: false },
      { id: 'b', shares: 2, canWork: true },
      { id: 'c', shares: 3, canWork: true },
    ];
    const by = { collectiveBasisPoints: 1_000, guaranteeFen: 200_000, targetFen: 1_000_000, reserveMostFen: 1_000_000 };
    // 90,000 left; the target is 60,000; 10,000 fill the reserve; 2,000 first, 78,000 by 1:2:3.
    expect(divide(10_000_000n, 0n, three, by)).toEqual({
      ...{ collectiveFen: 1_000_000n, reserveFen: 1_000_000n, householdsFen: 8_000_000n },
      parts: new Map([
        ['a', 200_000n + 1_300_000n],
        ['b', 2_600_000n],
        ['c', 3_900_000n],
      ]),
    });
    // A poor year: 45,000 left, the reserve gives its 10,000.
    expect(divide(5_000_000n, 1_000_000n, three, by)).toMatchObject({
      reserveFen: -1_000_000n,
      householdsFen: 5_500_000n,
    });
  });

  test('of which nobody holds a share yet is kept in the reserve', () => {
    const by = { collectiveBasisPoints: 0, guaranteeFen: 0, targetFen: 1, reserveMostFen: 0 };
    expect(divide(100n, 0n, [], by)).toMatchObject({ reserveFen: 100n, householdsFen: 0n });
  });

  test('comes out the same in whatever order the households stand', () => {
    fc.assert(
      fc.property(fen, holders, (income, all) => {
        const one = apportion(income, all);
        const other = apportion(income, all.toReversed());
        for (const { id } of all) expect(other.get(id)).toBe(one.get(id));
      }),
    );
  });
});
