import { NOT_SENT } from '../domain/rules/payment-states.js';
import { Prisma, type Tx } from './client.js';
import { rowSet } from './row-set.js';

/** What the bank says of an order. */
interface Said {
  readonly reference: string;
  /** Undefined where the bank names the order alone. */
  readonly amountFen?: number | bigint | undefined;
  /** ISO instant. */
  readonly bookedAt: string;
}

/** Orders of which the bank speaks in one report: `batchNo` is the batch that it answers, where it says so. */
interface Spoken {
  readonly batchNo: string | null;
  readonly said: readonly Said[];
}

/**
 * Orders that the bank speaks of have left the house, whatever their restored rows say: marked so, with the restore that
 * it was found after. One with another amount is not: that is a discrepancy. Answers their references.
 */
export const markLeft = (tx: Tx, restoreId: string, spoken: Spoken): Promise<string[]> =>
  markSent(tx, spoken, Prisma.sql`${restoreId}`, Prisma.sql`true`);

/**
 * The same of orders whose case is on hold since a restore, because they may have left: the bank's word comes after the
 * restore was signed for.
 */
export const markLeftWhereHeld = (tx: Tx, spoken: Spoken): Promise<string[]> =>
  markSent(
    tx,
    spoken,
    Prisma.sql`(SELECT "id" FROM "Restore" ORDER BY "startedAt" DESC LIMIT 1)`,
    Prisma.sql`EXISTS (SELECT 1 FROM "Hold" h WHERE h."kind" = 'case' AND h."subject" = p."caseNo"
      AND h."reasonCode" = 'RESTORED' AND h."liftedAt" IS NULL)`,
  );

async function markSent(
  tx: Tx,
  { batchNo, said }: Spoken,
  restoreId: Prisma.Sql,
  which: Prisma.Sql,
): Promise<string[]> {
  const words = said.map(({ reference, amountFen, bookedAt }) => ({ reference, amountFen, bookedAt }));
  const left = await tx.$queryRaw<{ reference: string }[]>`
    UPDATE "Payment" p SET "state" = 'sent', "sentAt" = coalesce(p."sentAt", s."bookedAt"), "restoreId" = ${restoreId},
      "batchNo" = coalesce(p."batchNo", ${batchNo})
    FROM (SELECT DISTINCT ON ("reference") * FROM jsonb_to_recordset(${rowSet(words)}::jsonb)
      AS w("reference" text, "amountFen" bigint, "bookedAt" timestamptz) ORDER BY "reference", "bookedAt") s
    WHERE p."reference" = s."reference" AND p."amountFen" = coalesce(s."amountFen", p."amountFen")
      AND p."state"::text = ANY(${NOT_SENT}) AND ${which}
    RETURNING p."reference"`;
  return left.map(({ reference }) => reference);
}
