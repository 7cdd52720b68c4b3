import { FIGURE_ACCOUNTS, sumOf } from '../../domain/rules/allotment-figures.js';
import { incomeGrowthShare } from '../../domain/rules/income-growth-share.js';
import type { IncomeGrowth } from '../../domain/schemas/ledger.js';
import type { Bilingual } from '../../domain/schemas/common.js';
import { INCOME_GROWTH_OUT_OF_REACH, INCOME_GROWTH_SHORT } from '../../domain/texts/ledger.js';
import type { Tx } from '../../prisma/client.js';
import type { FundModel } from '../../prisma/generated/models.js';
import { type Balance, balancesOf } from '../../prisma/ledger/balances.js';
import type { OfficialWho } from '../who.js';
import { accountsInArea, type Moment } from './money-scope.js';

/**
 * The share of a two-mountains fund that is allotted for income growth, of all of it that the reader sees: of the
 * money that was given, whatever year it has been carried over to; what has lapsed counts no more.
 */
export async function incomeGrowthOf(
  tx: Tx,
  who: OfficialWho,
  fund: FundModel,
  moment: Moment,
): Promise<IncomeGrowth | null> {
  return fund.twoMountains ? incomeGrowth(await balancesOfMoney(tx, who, fund.id, moment.past)) : null;
}

/** Of a two-mountains fund: told where the share cannot be reached any more with what is left to be allotted. */
export async function outOfReach(tx: Tx, who: OfficialWho, fund: FundModel): Promise<Bilingual | null> {
  if (!fund.twoMountains) return null;
  const balances = await balancesOfMoney(tx, who, fund.id);
  const { shortfallFen } = incomeGrowth(balances);
  return BigInt(shortfallFen) > sumOf(balances, ['unallotted']) ? INCOME_GROWTH_OUT_OF_REACH : null;
}

/** The accounts of a fund, and of those that it goes on from or went on as. */
async function balancesOfMoney(tx: Tx, who: OfficialWho, fundId: string, at?: Date): Promise<Balance[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE same_money("id") AS (
      SELECT ${fundId}
      UNION
      SELECT CASE WHEN y."fundId" = m."id" THEN y."carriedTo" ELSE y."fundId" END
      FROM same_money m JOIN "YearEndClose" y ON m."id" IN (y."fundId", y."carriedTo") WHERE y."carriedTo" IS NOT NULL
    ) SELECT "id" FROM same_money`;
  const ids = rows.map(({ id }) => id);
  return await balancesOf(tx, { AND: [accountsInArea(who), { fundId: { in: ids } }] }, at);
}

function incomeGrowth(balances: readonly Balance[]): IncomeGrowth {
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
