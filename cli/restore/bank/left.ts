import type { Tx } from '../../../prisma/client.js';

/** What the bank says of an order. */
interface Said {
  readonly reference: string;
  readonly amountFen: number | bigint;
  /** ISO instant. */
  readonly bookedAt: string;
}

/**
 * Orders that the bank speaks of have left the house, whatever their restored rows say: marked so, with the restore that
 * it was found after. One with another amount is not: that is a discrepancy. Answers their references.
 */
export async function markLeft(tx: Tx, restoreId: string, said: readonly Said[]): Promise<string[]> {
  const words = said.map(({ reference, amountFen, bookedAt }) => ({
    ...{ reference, amountFen: String(amountFen), bookedAt },
  }));
  const left = await tx.$queryRaw<{ reference: string }[]>`
    UPDATE "Payment" p SET "state" = 'sent', "sentAt" = coalesce(p."sentAt", s."bookedAt"), "restoreId" = ${restoreId}
    FROM (SELECT DISTINCT ON ("reference") * FROM jsonb_to_recordset(${JSON.stringify(words)}::jsonb)
      AS w("reference" text, "amountFen" bigint, "bookedAt" timestamptz) ORDER BY "reference", "bookedAt") s
    WHERE p."reference" = s."reference" AND p."amountFen" = s."amountFen"
      AND p."state" IN ('prepared', 'checked', 'batched')
    RETURNING p."reference"`;
  return left.map(({ reference }) => reference);
}
