import type { Tx } from '../client.js';

/** Something in the ledger that does not agree with its entries, or with what the cases hold. Fen. */
export interface Difference {
  readonly what: 'account' | 'fund' | 'transaction' | 'document' | 'commitments' | 'case';
  readonly id: string;
  readonly shownFen: bigint;
  readonly entriesFen: bigint;
}

/**
 * Recomputes from the entries alone: each account's balance, each fund's and each transaction's sum (zero), what the
 * documents of funds and allotments say, what the cases have set aside of each allotment, and what each case has spent of each who bears it.
 * Nothing, where all agrees.
 */
export async function ledgerDifferences(tx: Tx): Promise<Difference[]> {
  return await tx.$queryRaw<Difference[]>`
    WITH sums AS (
      SELECT a."id", a."kind", a."fundId", a."allotmentId", a."balanceFen", coalesce(sum(e."amountFen"), 0)::bigint AS fen
      FROM "LedgerAccount" a LEFT JOIN "LedgerEntry" e ON e."accountId" = a."id" GROUP BY a."id"
    ), spent AS (
      SELECT t."caseNo", a."allotmentId", f."source", sum(e."amountFen")::bigint AS fen
      FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a."id" = e."accountId" AND a."kind" = 'spent'
      JOIN "LedgerTransaction" t ON t."key" = e."transactionKey"
      JOIN "Fund" f ON f."id" = a."fundId" GROUP BY 1, 2, 3
    ), held AS (
      SELECT "allotmentId", "state"::text AS state, sum("amountFen" - "spentFen")::bigint AS fen
      FROM "Commitment" WHERE "state" IN ('reserved', 'committed') GROUP BY 1, 2
      UNION ALL
      SELECT "allotmentId", 'spent', sum(fen)::bigint FROM spent WHERE "caseNo" IS NOT NULL GROUP BY 1
    ), documents AS (
      SELECT 'fund/' || "id" AS key, "amountFen" AS fen FROM "Fund"
      UNION ALL SELECT 'allotment/' || "id", "amountFen" FROM "Allotment"
    )
    SELECT 'account' AS "what", "id", "balanceFen" AS "shownFen", fen AS "entriesFen" FROM sums
      WHERE "balanceFen" <> fen
    UNION ALL
    SELECT 'fund', "fundId", 0, sum(fen)::bigint FROM sums GROUP BY "fundId" HAVING sum(fen) <> 0
    UNION ALL
    SELECT 'transaction', t."key", 0, coalesce(sum(e."amountFen"), 0)::bigint
      FROM "LedgerTransaction" t LEFT JOIN "LedgerEntry" e ON e."transactionKey" = t."key"
      GROUP BY t."key" HAVING coalesce(sum(e."amountFen"), 0) <> 0 OR count(e."id") <> t."lines"
    UNION ALL
    SELECT 'document', d.key, d.fen, coalesce(e."amountFen", 0)
      FROM documents d LEFT JOIN "LedgerEntry" e ON e."transactionKey" = d.key AND e."amountFen" > 0
      WHERE d.fen <> coalesce(e."amountFen", 0)
    UNION ALL
    SELECT 'commitments', s."id", coalesce(h.fen, 0), s.fen
      FROM sums s LEFT JOIN held h ON h."allotmentId" = s."allotmentId" AND h.state = s."kind"::text
      WHERE s."kind" IN ('reserved', 'committed', 'spent') AND s.fen <> coalesce(h.fen, 0)
    UNION ALL
    SELECT 'case', k."caseNo" || CASE k."part" WHEN 'whole' THEN '' ELSE '/' || k."part" END, k."spentFen",
        coalesce(sum(s.fen), 0)::bigint
      FROM "Commitment" k LEFT JOIN spent s
        ON s."caseNo" = k."caseNo" AND (k."part" = 'whole' OR k."part"::text = s.source::text)
      GROUP BY k."caseNo", k."part" HAVING k."spentFen" <> coalesce(sum(s.fen), 0)
    ORDER BY 1, 2`;
}
