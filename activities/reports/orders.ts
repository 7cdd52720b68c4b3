import type { SpokenOf } from '../../domain/rules/bank-words.js';
import type { Tx } from '../../prisma/client.js';
import { rowSet } from '../../prisma/row-set.js';
import type { HeardLine, Order } from './heard-line.js';

/** An order as the bank's words are heard of it. */
export const spokenOf = ({ state, amountFen, settledAt }: Order): SpokenOf => ({
  ...{ state, amountFen: Number(amountFen) },
  ...(settledAt && { settledAt: settledAt.getTime() }),
});

/**
 * The orders that a report names, by their references. They and their cases are locked, cases first, each in order: as
 * the recorder of a case locks them.
 */
export async function lockOrders(tx: Tx, references: readonly string[]): Promise<Map<string, Order>> {
  const named = [...new Set(references)];
  await tx.$queryRaw`
    SELECT 1 FROM "Case" WHERE "caseNo" IN (SELECT "caseNo" FROM "Payment" WHERE "reference" = ANY(${named}))
    ORDER BY "caseNo" FOR NO KEY UPDATE`;
  const rows = await tx.$queryRaw<Order[]>`
    SELECT p."reference", p."caseNo", p."amountFen", p."state"::text AS "state", p."settledAt", p."batchNo", c."running"
    FROM "Payment" p JOIN "Case" c ON c."caseNo" = p."caseNo"
    WHERE p."reference" = ANY(${named}) ORDER BY p."reference" FOR NO KEY UPDATE OF p`;
  return new Map(rows.map((row) => [row.reference, row]));
}

/** Writes where the orders are after the lines; a new end is to be told to the case. */
export async function moveOrders(
  tx: Tx,
  orders: ReadonlyMap<string, Order>,
  after: ReadonlyMap<string, SpokenOf>,
  lines: readonly HeardLine[],
): Promise<void> {
  const reasons = new Map(
    lines
      .filter(({ effect, word }) => effect === 'posted' && word.says === 'returned')
      .map(({ word }) => [word.reference, word.reasonCode ?? 'UNSPECIFIED']),
  );
  const moved = [...after].flatMap(([reference, { state, settledAt }]) => {
    const before = orders.get(reference)!;
    if (before.state === state) return [];
    const isEnd = state === 'credited' || state === 'returned';
    const settled = settledAt === undefined ? null : new Date(settledAt).toISOString();
    return [{ reference, state, settledAt: settled, reason: reasons.get(reference) ?? null, isEnd }];
  });
  if (moved.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Payment" p SET "state" = m."state"::"PaymentState", "settledAt" = m."settledAt",
      "returnedReason" = coalesce(m."reason", p."returnedReason"), "untold" = p."untold" OR m."isEnd"
    FROM jsonb_to_recordset(${rowSet(moved)}::jsonb)
      AS m("reference" text, "state" text, "settledAt" timestamptz, "reason" text, "isEnd" boolean)
    WHERE p."reference" = m."reference"`;
}
