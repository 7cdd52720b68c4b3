import type { NewFund } from '../../domain/schemas/fund-acts.js';
import type { Db, Tx } from '../../prisma/client.js';
import type { FundModel } from '../../prisma/generated/models.js';
import { currentFiscalYear } from '../../prisma/ledger/fiscal-year.js';
import { openFund } from '../../prisma/ledger/funds.js';
import { nextSerial } from '../../prisma/serials.js';
import { invalid, Refused } from '../problem.js';
import type { OfficialWho } from '../who.js';

/**
 * Enters a fund that the official's finance office received, by its number or the next one; answers its number. An
 * office has one fund of a name in a year, so that nothing is entered twice by two people. `repeated`: the same act was
 * begun before; what it made is found again.
 *
 * @throws Refused INVALID_INPUT, FUND_KNOWN
 */
export async function enterFund(db: Db, who: OfficialWho, said: NewFund, repeated: boolean): Promise<string> {
  const { areaCode } = who;
  const { id: given, name, source, fiscalYear, purpose, twoMountains } = said;
  return await db.$transaction(async (tx) => {
    // Whoever enters another one of this year waits for this one.
    const serial = await nextSerial(tx, `fund/${areaCode}/${fiscalYear}`);
    const id = given ?? `${areaCode}-${fiscalYear}-F${String(serial).padStart(4, '0')}`;
    const fund = { id, name, source, areaCode, fiscalYear, purpose, twoMountains, amountFen: BigInt(said.amountFen) };
    const known = await tx.fund.findUnique({ where: { areaCode_fiscalYear_name: { areaCode, fiscalYear, name } } });
    if (known && repeated && isSame(known, { ...fund, id: given ?? known.id })) return known.id;
    if (known) throw knownBy('name');
    if ((await tx.fund.count({ where: { id } })) > 0) throw knownBy('id');
    await mustBeOpen(tx, fiscalYear);
    await openFund(tx, fund, { byId: who.id });
    return id;
  });
}

const isSame = (known: FundModel, fund: FundModel): boolean =>
  (Object.keys(fund) as (keyof FundModel)[]).every((key) => known[key] === fund[key]);

const knownBy = (field: 'id' | 'name'): Refused =>
  new Refused('FUND_KNOWN', {
    errors: [
      field === 'id'
        ? { field, zh: '此编号已使用，请换一个', en: 'This number is taken: give another' }
        : { field, zh: '本年度已有同名的资金，请核对是否重复', en: 'There is a fund of this name in the year already' },
    ],
  });

/** Money is given for the year that it is, or ahead for the next one. */
async function mustBeOpen(tx: Tx, fiscalYear: number): Promise<void> {
  const year = await currentFiscalYear(tx);
  if (fiscalYear === year || fiscalYear === year + 1) return;
  throw invalid([
    {
      field: 'fiscalYear',
      zh: `只能登记${year}年或提前登记${year + 1}年的资金`,
      en: `A fund is of ${year} or, ahead, of ${year + 1}`,
    },
  ]);
}
