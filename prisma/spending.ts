import type { Tx } from './client.js';
import { posting } from './commitments.js';
import { postMany } from './ledger/post.js';
import { rowSet } from './row-set.js';

/** An order that the bank credited. */
export interface CreditedOrder {
  readonly reference: string;
  readonly caseNo: string;
  readonly amountFen: bigint;
}

/** What a case has committed and not spent. */
interface Held {
  readonly caseNo: string;
  readonly allotmentId: string;
  readonly leftFen: bigint;
}

/**
 * 拨付到户: each credited order spends its fen of what its case has committed, once; the rest stays committed for the
 * orders that follow. Answers the references of those for which too little is committed: nothing is booked for these.
 */
export async function spend(tx: Tx, orders: readonly CreditedOrder[]): Promise<string[]> {
  if (orders.length === 0) return [];
  const held = await lockCommitments(
    tx,
    orders.map(({ caseNo }) => caseNo),
  );
  const { covered, uncovered } = divide(await withoutBooked(tx, orders), held);
  await postMany(
    tx,
    covered.map(({ reference, caseNo, amountFen: fen }) => {
      const { allotmentId } = held.get(caseNo)!;
      const moved = { caseNo, allotmentId, fen, from: 'committed', to: 'spent', kind: 'spent' } as const;
      return posting({ ...moved, cause: { reference } }, keyOf(reference));
    }),
  );
  await markSpent(tx, covered);
  return uncovered.map(({ reference }) => reference);
}

/** In the key of what a case has spent without an order, for a claim: `330127-…-P1/set-off/330127-…`. */
export const SET_OFF_KEY = '/set-off/';

const keyOf = (reference: string): string => `${reference}/credited`;

/** What these cases have committed, locked in the order of their numbers. */
async function lockCommitments(tx: Tx, caseNos: readonly string[]): Promise<Map<string, Held>> {
  const rows = await tx.$queryRaw<Held[]>`
    SELECT "caseNo", "allotmentId", "amountFen" - "spentFen" AS "leftFen" FROM "Commitment"
    WHERE "caseNo" = ANY(${caseNos}) AND "state" = 'committed' ORDER BY "caseNo" FOR NO KEY UPDATE`;
  return new Map(rows.map((row) => [row.caseNo, row]));
}

async function withoutBooked(tx: Tx, orders: readonly CreditedOrder[]): Promise<CreditedOrder[]> {
  const keys = orders.map(({ reference }) => keyOf(reference));
  const rows = await tx.ledgerTransaction.findMany({ where: { key: { in: keys } }, select: { key: true } });
  const booked = new Set(rows.map(({ key }) => key));
  return orders.filter(({ reference }) => !booked.has(keyOf(reference)));
}

/** One order of a case after the other, as long as enough is left of what it has committed. */
function divide(orders: readonly CreditedOrder[], held: ReadonlyMap<string, Held>) {
  const left = new Map([...held].map(([caseNo, { leftFen }]) => [caseNo, leftFen]));
  const covered: CreditedOrder[] = [];
  const uncovered: CreditedOrder[] = [];
  for (const order of orders) {
    const restFen = (left.get(order.caseNo) ?? -1n) - order.amountFen;
    (restFen < 0n ? uncovered : covered).push(order);
    if (restFen >= 0n) left.set(order.caseNo, restFen);
  }
  return { covered, uncovered };
}

/** Less is left of what these cases have committed. */
export async function markSpent(tx: Tx, orders: readonly Omit<CreditedOrder, 'reference'>[]): Promise<void> {
  if (orders.length === 0) return;
  const spent = orders.map(({ caseNo, amountFen }) => ({ caseNo, amountFen }));
  await tx.$executeRaw`
    UPDATE "Commitment" c SET "spentFen" = c."spentFen" + s.fen, "updatedAt" = now(),
      "state" = CASE WHEN c."spentFen" + s.fen = c."amountFen" THEN 'spent' ELSE c."state" END
    FROM (
      SELECT "caseNo", sum("amountFen")::bigint AS fen
      FROM jsonb_to_recordset(${rowSet(spent)}::jsonb) AS o("caseNo" text, "amountFen" bigint) GROUP BY "caseNo"
    ) s
    WHERE c."caseNo" = s."caseNo"`;
}

/** What an order has spent at present, and of which allotment. */
export interface Spent {
  readonly allotmentId: string;
  readonly fen: bigint;
}

/**
 * By its entries in the ledger, less what of it came back; undefined where that is nothing. What was spent when the
 * ledger was opened names no order: a case had one then. Nor does what was kept back for a claim: it left with none.
 */
export async function spentBy(
  tx: Tx,
  { reference, caseNo }: Pick<CreditedOrder, 'reference' | 'caseNo'>,
): Promise<Spent | undefined> {
  const [spent] = await tx.$queryRaw<Spent[]>`
    SELECT a."allotmentId", sum(e."amountFen")::bigint AS "fen"
    FROM "LedgerTransaction" t
    JOIN "LedgerEntry" e ON e."transactionKey" = t."key"
    JOIN "LedgerAccount" a ON a."id" = e."accountId" AND a."kind" = 'spent'
    WHERE t."caseNo" = ${caseNo} AND (t."reference" = ${reference} OR t."reference" IS NULL
      AND t."key" NOT LIKE ${`%${SET_OFF_KEY}%`} AND NOT EXISTS (
      SELECT 1 FROM "LedgerTransaction" own WHERE own."reference" = ${reference} AND own."kind" = 'spent'))
    GROUP BY a."allotmentId" HAVING sum(e."amountFen") > 0`;
  return spent;
}

/** What a case has spent at present without an order, for claims, each with the key it was booked by. */
export async function spentOnClaims(tx: Tx, caseNo: string): Promise<(Spent & { readonly key: string })[]> {
  return await tx.$queryRaw<(Spent & { key: string })[]>`
    SELECT split_part(t."key", '/recovered/', 1) AS "key", a."allotmentId", sum(e."amountFen")::bigint AS "fen"
    FROM "LedgerTransaction" t
    JOIN "LedgerEntry" e ON e."transactionKey" = t."key"
    JOIN "LedgerAccount" a ON a."id" = e."accountId" AND a."kind" = 'spent'
    WHERE t."caseNo" = ${caseNo} AND t."key" LIKE ${`%${SET_OFF_KEY}%`}
    GROUP BY 1, 2 HAVING sum(e."amountFen") > 0 ORDER BY 1`;
}
