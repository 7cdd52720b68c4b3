import type { Tx } from '../../prisma/client.js';
import type { FundModel } from '../../prisma/generated/models.js';
import { found, Refused } from '../problem.js';
import { fundsInArea } from '../queries/money-scope.js';
import type { OfficialWho } from '../who.js';

/** A fund that this official's office keeps. @throws Refused NOT_FOUND, KEPT_ELSEWHERE */
export async function keptFund(tx: Tx, who: OfficialWho, fundId: string): Promise<FundModel> {
  const fund = found(await tx.fund.findFirst({ where: { AND: [{ id: fundId }, fundsInArea(who)] } }));
  if (fund.areaCode !== who.areaCode) throw new Refused('KEPT_ELSEWHERE');
  return fund;
}

/** The same, of a year that is not over. @throws Refused NOT_FOUND, KEPT_ELSEWHERE, YEAR_CLOSED */
export async function openFundOf(tx: Tx, who: OfficialWho, fundId: string): Promise<FundModel> {
  const fund = await keptFund(tx, who, fundId);
  if ((await tx.yearEndClose.count({ where: { fundId } })) > 0) throw new Refused('YEAR_CLOSED');
  return fund;
}
