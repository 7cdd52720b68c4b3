import type { Tx } from '../client.js';
import type { AllotmentModel, FundModel } from '../generated/models.js';
import { allot, openFund } from './funds.js';

/** By which decision something goes on to the next year. */
export interface CarriedBy {
  readonly documentNo: string;
  readonly byId?: string;
}

/** Its number in the next year: "330127-2026-F1~2027", then "330127-2026-F1~2028". */
const numberIn = (id: string, fiscalYear: number): string => `${id.replace(/~\d{4}$/, '')}~${fiscalYear}`;

/** The fund of the next year that a fund goes on as, with this amount; opened once per fund. */
export async function nextFund(tx: Tx, fund: FundModel, amountFen: bigint, by: CarriedBy): Promise<FundModel> {
  const fiscalYear = fund.fiscalYear + 1;
  const name = `${fund.name.replace(/（\d{4}年结转）$/, '')}（${fund.fiscalYear}年结转）`;
  const { id: fundId, source, areaCode, purpose, twoMountains } = fund;
  const next = { ...{ source, areaCode, purpose, twoMountains }, id: numberIn(fundId, fiscalYear), name, fiscalYear };
  await openFund(tx, { ...next, amountFen }, { kind: 'carriedOver', ...by });
  await tx.yearEndClose.updateMany({ where: { fundId, carriedTo: null }, data: { carriedTo: next.id } });
  return { ...next, amountFen };
}

/** The allotment of the next year that an allotment goes on as, by the document of the decision; once per allotment. */
export async function nextAllotment(
  tx: Tx,
  allotment: AllotmentModel,
  next: FundModel,
  amountFen: bigint,
  by: CarriedBy,
): Promise<Pick<AllotmentModel, 'id' | 'fundId'>> {
  const { accountCode, countyCode, programmeCode, forIncomeGrowth } = allotment;
  const { fiscalYear, id: fundId } = next;
  const id = numberIn(allotment.id, fiscalYear);
  const same = { accountCode, countyCode, programmeCode, forIncomeGrowth, carriedFromId: allotment.id };
  const { documentNo } = by;
  await allot(tx, { ...same, id, fundId, fiscalYear, documentNo, amountFen }, { kind: 'carriedOver', ...by });
  return { id, fundId };
}
