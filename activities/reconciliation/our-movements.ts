import type { Movement } from '../../domain/rules/reconciliation.js';
import { DAY_MS, startOfShanghaiDay } from '../../domain/rules/working-days.js';
import type { Tx } from '../../prisma/client.js';

/** What we have booked on the bank's word. */
export interface Booked extends Movement {
  /** By the bank's own date of booking. */
  readonly bookedAt: Date;
  /** Whether the ledger moved; money that came back before it was credited moved nothing here. */
  readonly inLedger: boolean;
}

interface Row {
  reference: string;
  says: Movement['says'];
  fen: bigint;
  ledgerFen: bigint | null;
  bookedAt: Date;
}

/**
 * What was posted from the bank's reports with a booking from the first of these dates to the second, as the ledger has
 * it. A credit that the ledger does not have is not ours.
 */
export async function ourMovements(tx: Tx, from: string, to: string): Promise<Booked[]> {
  const [since, until] = [startOfShanghaiDay(from), startOfShanghaiDay(to) + DAY_MS].map((at) => new Date(at));
  const rows = await tx.$queryRaw<Row[]>`
    SELECT l."reference", l."said" AS "says", l."amountFen" AS "fen", l."bookedAt", (
      SELECT abs(e."amountFen") FROM "LedgerTransaction" t
      JOIN "LedgerEntry" e ON e."transactionKey" = t."key"
      JOIN "LedgerAccount" a ON a."id" = e."accountId" AND a."kind" = 'spent'
      WHERE t."reference" = l."orderRef"
        AND t."kind" = (CASE l."said" WHEN 'credited' THEN 'spent' ELSE 'returned' END)::"LedgerTransactionKind"
    ) AS "ledgerFen"
    FROM "BankReportLine" l
    WHERE l."effect" = 'posted' AND l."said" IN ('credited', 'returned')
      AND l."bookedAt" >= ${since} AND l."bookedAt" < ${until}`;
  return rows.flatMap(({ reference, says, fen, ledgerFen, bookedAt }) => {
    if (says === 'credited' && ledgerFen === null) return [];
    return [{ reference, says, amountFen: Number(ledgerFen ?? fen), bookedAt, inLedger: ledgerFen !== null }];
  });
}
