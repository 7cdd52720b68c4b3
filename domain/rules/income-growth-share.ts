/** 浙委发〔2018〕41号: at least a fifth of the two-mountains incentive fund goes to income growth of the households. */
const REQUIRED_BASIS_POINTS = 2_000n;
const WHOLE_BASIS_POINTS = 10_000n;

/** What goes to income growth of low-income households, out of what it is a share of. Fen. */
export interface IncomeGrowthShare {
  /** Hundredths of a percent, rounded down: a share is not reached before it is. */
  readonly basisPoints: number;
  /** The least that must go there. */
  readonly requiredFen: bigint;
  /** What is missing to it; zero where nothing is. */
  readonly shortfallFen: bigint;
}

/**
 * The share of a two-mountains incentive fund that is given for income growth of low-income households.
 *
 * @param wholeFen of the fund, not negative
 * @param incomeGrowthFen allotted for income growth, not negative
 */
export function incomeGrowthShare(wholeFen: bigint, incomeGrowthFen: bigint): IncomeGrowthShare {
  const requiredFen = (wholeFen * REQUIRED_BASIS_POINTS + WHOLE_BASIS_POINTS - 1n) / WHOLE_BASIS_POINTS;
  const missingFen = requiredFen - incomeGrowthFen;
  return {
    basisPoints: wholeFen === 0n ? 0 : Number((incomeGrowthFen * WHOLE_BASIS_POINTS) / wholeFen),
    requiredFen,
    shortfallFen: missingFen > 0n ? missingFen : 0n,
  };
}
