import type { FundSource } from '../../../prisma/generated/enums.js';
import type { Db } from '../../../prisma/client.js';
import { allot, openFund } from '../../../prisma/ledger/funds.js';
import { allotmentAccount, fundAccount, type AllotmentAccount } from '../../../prisma/ledger/accounts.js';
import { post } from '../../../prisma/ledger/post.js';

interface TestAllotment {
  readonly programmeCode: string;
  readonly amountFen: bigint;
  readonly countyCode?: string;
  readonly forIncomeGrowth?: boolean;
}

/** A fund of this amount with allotments; their IDs are the fund's and their place. */
export async function openBooks(
  db: Db,
  fundId: string,
  fundFen: bigint,
  allotments: readonly TestAllotment[],
  fund: { areaCode?: string; twoMountains?: boolean; source?: FundSource } = {},
): Promise<string[]> {
  const fiscalYear = new Date().getFullYear();
  const common = {
    name: `试验资金 ${fundId}`,
    source: 'province',
    purpose: '试验',
    areaCode: '339901',
    twoMountains: false,
  } as const;
  return await db.$transaction(async (tx) => {
    await openFund(tx, { ...common, ...fund, id: fundId, fiscalYear, amountFen: fundFen });
    const ids = [];
    for (const [place, allotment] of allotments.entries()) {
      const id = `${fundId}-${place}`;
      const document = {
        documentNo: `试〔${fiscalYear}〕${fundId}-${place}号`,
        accountCode: '2130505',
        fiscalYear,
        fundId,
      };
      await allot(tx, { countyCode: '339901', forIncomeGrowth: false, ...allotment, ...document, id });
      ids.push(id);
    }
    return ids;
  });
}

/** A document takes back what is available of an allotment, but so much. */
export async function leaveAvailable(db: Db, allotmentId: string, leftFen: bigint): Promise<void> {
  const available = allotmentAccount(allotmentId, 'available');
  const { balanceFen, fundId } = await db.ledgerAccount.findUniqueOrThrow({ where: { id: available } });
  const takenFen = balanceFen - leftFen;
  const entries = { [available]: -takenFen, [fundAccount(fundId, 'unallotted')]: takenFen };
  const key = `test/taken-back/${allotmentId}`;
  await db.$transaction((tx) => post(tx, { key, kind: 'corrected', entries }));
}

/** What an account of an allotment shows, fen. */
export async function shown(db: Db, allotmentId: string, kind: AllotmentAccount): Promise<bigint> {
  const id = allotmentAccount(allotmentId, kind);
  return (await db.ledgerAccount.findUniqueOrThrow({ where: { id } })).balanceFen;
}
