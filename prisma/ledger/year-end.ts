import { ON_ITS_WAY } from '../../domain/rules/payment-states.js';
import { Prisma, type Tx } from '../client.js';
import type { FundModel } from '../generated/models.js';
import { THIS_YEAR } from './fiscal-year.js';

/** Money of a fund whose year is over and not decided on yet: nothing is ordered from it, and nothing of it leaves. */
const ofBlockedYear: Prisma.CommitmentWhereInput = { allotment: { fund: { yearEnd: { is: { decision: null } } } } };

/**
 * Whether the money of order `p` of "Payment" is of such a year: it waits for the decision, and goes with the next batch
 * after it. What it says of document and account stays as it was signed; the ledger leads from there to the next year.
 */
export const yearUndecided = Prisma.sql`EXISTS (
  SELECT 1 FROM "Commitment" held JOIN "Allotment" document ON document."id" = held."allotmentId"
  JOIN "YearEndClose" year_end ON year_end."fundId" = document."fundId" AND year_end."decision" IS NULL
  WHERE held."caseNo" = p."caseNo")`;

/** Orders of a fund's cases that are in a batch or with the bank: while there are any, its year is not decided on. */
export const onTheirWay = (fundId: string): Prisma.PaymentWhereInput => ({
  state: { in: ['batched', ...ON_ITS_WAY] },
  case: { commitments: { some: { allotment: { fundId } } } },
});

/** Set aside for cases of a fund and not paid. */
export const unpaidOf = (fundId: string): Prisma.CommitmentWhereInput => ({
  state: { in: ['reserved', 'committed'] },
  allotment: { fundId },
});

/**
 * Why no order can be made for a case now: its money lies in a year that is over and not decided on (YEAR_CLOSED), or
 * it has none any more, because what was paid came back to a year that had lapsed (ALLOTMENT_LOW).
 */
export async function whyNotPayable(tx: Tx, caseNo: string): Promise<'YEAR_CLOSED' | 'ALLOTMENT_LOW' | undefined> {
  const blocked = await tx.commitment.count({ where: { caseNo, ...ofBlockedYear } });
  if (blocked > 0) return 'YEAR_CLOSED';
  const parts = await tx.commitment.findMany({ where: { caseNo } });
  const hasNone = parts.length > 0 && parts.every(({ state }) => state === 'released');
  return hasNone || parts.some(({ waitingFen }) => waitingFen > 0n) ? 'ALLOTMENT_LOW' : undefined;
}

/** Blocks funds whose fiscal year is over, at most `limit`; answers them. */
export async function blockYears(tx: Tx, limit: number): Promise<FundModel[]> {
  const rows = await tx.$queryRaw<{ fundId: string }[]>`
    INSERT INTO "YearEndClose" ("fundId")
    SELECT f."id" FROM "Fund" f
    WHERE f."fiscalYear" < ${THIS_YEAR} AND NOT EXISTS (SELECT 1 FROM "YearEndClose" y WHERE y."fundId" = f."id")
    ORDER BY f."id" LIMIT ${limit}
    ON CONFLICT DO NOTHING RETURNING "fundId"`;
  return await tx.fund.findMany({ where: { id: { in: rows.map(({ fundId }) => fundId) } } });
}
