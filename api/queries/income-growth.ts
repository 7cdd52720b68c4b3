import { FIGURE_ACCOUNTS, sumOf } from '../../domain/rules/allotment-figures.js';
import { incomeGrowthShare } from '../../domain/rules/income-growth-share.js';
import type { IncomeGrowth } from '../../domain/schemas/ledger.js';
import { INCOME_GROWTH_SHORT } from '../../domain/texts/ledger.js';
import type { Balance } from '../../prisma/ledger/balances.js';

/** The share of a two-mountains fund that is allotted for income growth, of all of it that the reader sees. */
export function incomeGrowth(balances: readonly Balance[]): IncomeGrowth {
  const forIncomeGrowth = balances.filter(({ allotment }) => allotment?.forIncomeGrowth);
  const allottedFen = sumOf(forIncomeGrowth, FIGURE_ACCOUNTS.allocated);
  const ofFen = sumOf(balances, ['unallotted', ...FIGURE_ACCOUNTS.allocated]);
  const { basisPoints, requiredFen, shortfallFen } = incomeGrowthShare(ofFen, allottedFen);
  return {
    ...{ ofFen: Number(ofFen), allottedFen: Number(allottedFen), shareBasisPoints: basisPoints },
    ...{ requiredFen: Number(requiredFen), shortfallFen: Number(shortfallFen) },
    warning: shortfallFen > 0n ? INCOME_GROWTH_SHORT : null,
  };
}
