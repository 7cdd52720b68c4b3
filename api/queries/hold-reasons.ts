import { accountOfOrder } from '../../prisma/account-hash.js';
import type { Tx } from '../../prisma/client.js';

/** Why each of these orders is on hold, by its case, its household or its account; nothing where it is not. */
export async function holdReasons(tx: Tx, references: readonly string[]): Promise<(reference: string) => string[]> {
  const rows = await tx.$queryRaw<{ reference: string; reasonCode: string }[]>`
    SELECT DISTINCT p."reference", h."reasonCode" FROM "Payment" p
    JOIN "Case" c USING ("caseNo") CROSS JOIN ${accountOfOrder} a
    JOIN "Hold" h ON h."liftedAt" IS NULL AND (
      (h."kind" = 'case' AND h."subject" = c."caseNo")
      OR (h."kind" = 'household' AND h."subject" = c."householdId")
      OR (h."kind" = 'account' AND h."subject" = a."numberHash"))
    WHERE p."reference" = ANY(${references}) ORDER BY h."reasonCode"`;
  return (reference) => rows.filter((row) => row.reference === reference).map(({ reasonCode }) => reasonCode);
}
