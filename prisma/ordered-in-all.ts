import { Prisma, type Tx } from './client.js';

/**
 * What the case `c` of "Case" has paid, or is to pay, by its orders and against claims, fen: what the limit of the third
 * signature is for, so that it is not evaded by paying in parts.
 */
export const orderedInAll = Prisma.sql`(
  (SELECT coalesce(sum(o."amountFen"), 0) FROM "Payment" o
    WHERE o."caseNo" = c."caseNo" AND o."state" NOT IN ('cancelled', 'returned', 'reissued'))
  + (SELECT coalesce(sum(e."amountFen"), 0) FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionKey" = t."key"
      JOIN "LedgerAccount" a ON a."id" = e."accountId" AND a."kind" = 'spent'
    WHERE t."caseNo" = c."caseNo" AND t."kind" = 'setOff'))`;
export async function orderedInAllFen(tx: Tx, caseNo: string): Promise<bigint> {
  const [row] = await tx.$queryRaw<[{ fen: bigint }]>`
    SELECT ${orderedInAll}::bigint AS fen FROM "Case" c WHERE c."caseNo" = ${caseNo}`;
  return row.fen;
}
