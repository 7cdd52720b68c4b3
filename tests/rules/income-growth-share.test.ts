import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { incomeGrowthShare } from '../../domain/rules/income-growth-share.js';

describe('at least 20% of the two-mountains incentive fund goes to income growth of low-income households', () => {
  test.each([
    [1_000n, 200n, 2_000, 0n],
    [1_000n, 199n, 1_990, 1n],
    [1_001n, 200n, 1_998, 1n],
    [1_000n, 0n, 0, 200n],
    [0n, 0n, 0, 0n],
  ])('of %d fen, %d are %d hundredths of a percent: %d short', (whole, part, basisPoints, shortfallFen) => {
    expect(incomeGrowthShare(whole, part)).toMatchObject({ basisPoints, shortfallFen });
  });

  test('with the shortfall added, it is reached; with a fen less, it is not', () => {
    const fen = fc.bigInt({ min: 1n, max: 10n ** 15n });
    fc.assert(
      fc.property(fen, fen, (whole, part) => {
        const { shortfallFen } = incomeGrowthShare(whole, part);
        expect((part + shortfallFen) * 5n >= whole).toBe(true);
        if (shortfallFen > 0n) expect((part + shortfallFen - 1n) * 5n < whole).toBe(true);
      }),
    );
  });
});
