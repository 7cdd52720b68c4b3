import type { Db } from '../../../prisma/client.js';
import { moveCommitment, setAside } from '../../../prisma/commitments.js';
import { allot, openFund } from '../../../prisma/ledger/funds.js';
import { closeYear, lockYear } from '../../../prisma/ledger/close-year.js';
import type { YearEndDecision } from '../../../prisma/generated/enums.js';

export const THIS_YEAR = new Date().getFullYear();
export const LAST_YEAR = THIS_YEAR - 1;

interface PastFund {
  readonly amountFen: bigint;
  readonly allottedFen: bigint;
  readonly programmeCode: string;
  readonly fiscalYear?: number;
  readonly areaCode?: string;
  readonly twoMountains?: boolean;
  readonly forIncomeGrowth?: boolean;
}

/** A fund of last year with one allotment, "<fundId>-0", as if it had been entered then. */
export async function openPastFund(db: Db, fundId: string, past: PastFund): Promise<string> {
  const { amountFen, allottedFen, programmeCode, fiscalYear = LAST_YEAR, areaCode = '339901' } = past;
  const { twoMountains = false, forIncomeGrowth = false } = past;
  const id = `${fundId}-0`;
  await db.$transaction(async (tx) => {
    const named = { name: `试验资金 ${fundId}`, source: 'county', purpose: '试验' } as const;
    await openFund(tx, { ...named, id: fundId, areaCode, fiscalYear, amountFen, twoMountains });
    await allot(tx, {
      ...{ id, fundId, fiscalYear, programmeCode, amountFen: allottedFen, forIncomeGrowth, countyCode: '339901' },
      ...{ documentNo: `试〔${fiscalYear}〕${fundId}号`, accountCode: '2130505' },
    });
  });
  return id;
}

/** What a case of last year has set aside, as it was booked then. */
export async function heldSince(
  db: Db,
  caseNo: string,
  allotmentId: string,
  amountFen: bigint,
  state: 'reserved' | 'committed' | 'spent',
): Promise<void> {
  await db.$transaction(async (tx) => {
    await setAside(tx, caseNo, [{ part: 'whole', allotmentId, fen: amountFen }], { key: `${caseNo}/test/1` });
    if (state !== 'reserved') await moveCommitment(tx, caseNo, 'committed', { key: `${caseNo}/test/2` });
    if (state === 'spent') await moveCommitment(tx, caseNo, 'spent', { key: `${caseNo}/test/3` });
  });
}

/** Both signatures at once, without the offices. */
export async function decide(db: Db, fundId: string, decision: YearEndDecision): Promise<void> {
  const signed = { decision, documentNo: `试〔${THIS_YEAR}〕结${fundId}号`, words: '年终决定' };
  await db.$transaction(async (tx) => {
    await tx.yearEndClose.createMany({ data: [{ fundId }], skipDuplicates: true });
    await lockYear(tx, fundId);
    await closeYear(tx, fundId, { ...signed, decidedById: 'yl-finance-1', cosignedById: 'yl-finance-2' });
  });
}

/** What is on the accounts of a fund and of its allotments, by kind, without those that are empty. */
export async function heldIn(db: Db, fundId: string): Promise<Record<string, number>> {
  const rows = await db.ledgerAccount.groupBy({ by: ['kind'], where: { fundId }, _sum: { balanceFen: true } });
  return Object.fromEntries(
    rows.flatMap(({ kind, _sum }) => (_sum.balanceFen ? [[kind, Number(_sum.balanceFen)]] : [])),
  );
}
