import type { FieldError } from '../../domain/schemas/problem.js';
import { yuanText } from '../../domain/rules/fen.js';
import type { NewAllotment } from '../../domain/schemas/fund-acts.js';
import type { Db, Tx } from '../../prisma/client.js';
import type { AllotmentModel, FundModel } from '../../prisma/generated/models.js';
import { fundAccount, lockAccounts } from '../../prisma/ledger/accounts.js';
import { allot } from '../../prisma/ledger/funds.js';
import { nextSerial } from '../../prisma/serials.js';
import { invalid, Refused } from '../problem.js';
import type { OfficialWho } from '../who.js';
import { openFundOf } from './kept-fund.js';

/**
 * 指标下达: gives money of a fund to a county and programme by a numbered document; answers the allotment's number. A
 * document gives a county and programme one allotment. `repeated`: the same act was begun before; what it made is found
 * again.
 *
 * @throws Refused NOT_FOUND, KEPT_ELSEWHERE, YEAR_CLOSED, INVALID_INPUT, DOCUMENT_KNOWN, FUND_OVERDRAWN
 */
export async function makeAllotment(
  db: Db,
  who: OfficialWho,
  fundId: string,
  said: NewAllotment,
  repeated: boolean,
): Promise<string> {
  const { documentNo, countyCode, programmeCode } = said;
  return await db.$transaction(async (tx) => {
    const fund = await openFundOf(tx, who, fundId);
    const { fiscalYear } = fund;
    await mustBeThere(tx, fund, said);
    // Whoever makes another one for this county and year waits for this one.
    const serial = await nextSerial(tx, `allotment/${countyCode}/${fiscalYear}`);
    const id = `${countyCode}-${fiscalYear}-A${String(serial).padStart(4, '0')}`;
    const allotment = { ...said, id, fundId, fiscalYear, amountFen: BigInt(said.amountFen) };
    const known = await tx.allotment.findFirst({
      where: { documentNo, countyCode, programmeCode, carriedFromId: null },
    });
    if (known && repeated && isSame(known, { ...allotment, id: known.id })) return known.id;
    if (known) throw new Refused('DOCUMENT_KNOWN', { errors: [KNOWN] });
    await mustBeLeft(tx, fundId, allotment.amountFen);
    await allot(tx, allotment, { byId: who.id });
    return id;
  });
}

const isSame = (known: AllotmentModel, allotment: Omit<AllotmentModel, 'carriedFromId'>): boolean =>
  (Object.keys(allotment) as (keyof typeof allotment)[]).every((key) => known[key] === allotment[key]);

const KNOWN: FieldError = {
  field: 'documentNo',
  zh: '该文号已对此县、此项目下达过指标',
  en: 'This document has given an allotment to this county and programme',
};

/** @throws Refused INVALID_INPUT for a county outside the fund's area, or a programme that the county has not */
async function mustBeThere(
  tx: Tx,
  { areaCode }: FundModel,
  { countyCode, programmeCode }: NewAllotment,
): Promise<void> {
  const county = await tx.county.findUnique({ where: { code: countyCode } });
  if (!county || !countyCode.startsWith(areaCode))
    throw invalid([
      { field: 'countyCode', zh: '不是该资金所在区域内的县，请核对', en: 'Not a county within the area of the fund' },
    ]);
  if ((await tx.programme.count({ where: { countyCode, code: programmeCode } })) === 0)
    throw invalid([
      { field: 'programmeCode', zh: '该县没有此项目，请核对', en: 'The county has no such programme: check it' },
    ]);
}

/** @throws Refused FUND_OVERDRAWN where less is left; nobody else allots of it until this transaction ends */
async function mustBeLeft(tx: Tx, fundId: string, amountFen: bigint): Promise<void> {
  const id = fundAccount(fundId, 'unallotted');
  await lockAccounts(tx, [id]);
  const { balanceFen } = await tx.ledgerAccount.findUniqueOrThrow({ where: { id } });
  if (amountFen <= balanceFen) return;
  const left = yuanText(Number(balanceFen));
  throw new Refused('FUND_OVERDRAWN', {
    errors: [{ field: 'amountFen', zh: `未下达余额为${left}元`, en: `${left} yuan are left of the fund` }],
  });
}
