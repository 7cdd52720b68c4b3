import type { Tx } from './client.js';
import { grouped } from '../domain/rules/grouped.js';
import { moved, type Share, takenFrom } from './commitments.js';
import type { CommitmentModel } from './generated/models.js';
import { postMany } from './ledger/post.js';
import { rowSet } from './row-set.js';

/** An order that the bank credited. */
export interface CreditedOrder {
  readonly reference: string;
  readonly caseNo: string;
  readonly amountFen: bigint;
}

/**
 * 拨付到户: each credited order spends its fen of what its case has committed, of each part by its proportion, once; the
 * rest stays committed for the orders that follow. Answers the references of those for which too little is committed:
 * nothing is booked for these.
 */
export async function spend(tx: Tx, orders: readonly CreditedOrder[]): Promise<string[]> {
  if (orders.length === 0) return [];
  const held = await lockCommitted(
    tx,
    orders.map(({ caseNo }) => caseNo),
  );
  const { covered, uncovered } = divide(await withoutBooked(tx, orders), held);
  await postMany(
    tx,
    covered.map(({ reference, caseNo, taken }) => {
      const entries = Object.fromEntries(moved(taken, 'committed', 'spent'));
      return { key: keyOf(reference), kind: 'spent', caseNo, reference, entries };
    }),
  );
  await markSpent(tx, covered);
  return uncovered.map(({ reference }) => reference);
}

/** In the key of what a case has spent without an order, for a claim: `330127-…-P1/set-off/330127-…`. */
export const SET_OFF_KEY = '/set-off/';

const keyOf = (reference: string): string => `${reference}/credited`;

/** What these cases have committed, locked in the order of their numbers. */
async function lockCommitted(tx: Tx, caseNos: readonly string[]): Promise<Map<string, CommitmentModel[]>> {
  await tx.$queryRaw`
    SELECT 1 FROM "Commitment" WHERE "caseNo" = ANY(${caseNos}) AND "state" = 'committed'
    ORDER BY "caseNo", "part" FOR NO KEY UPDATE`;
  const rows = await tx.commitment.findMany({
    where: { caseNo: { in: [...caseNos] }, state: 'committed' },
    orderBy: [{ caseNo: 'asc' }, { part: 'asc' }],
  });
  return grouped(rows, ({ caseNo }) => caseNo);
}

async function withoutBooked(tx: Tx, orders: readonly CreditedOrder[]): Promise<CreditedOrder[]> {
  const keys = orders.map(({ reference }) => keyOf(reference));
  const rows = await tx.ledgerTransaction.findMany({ where: { key: { in: keys } }, select: { key: true } });
  const booked = new Set(rows.map(({ key }) => key));
  return orders.filter(({ reference }) => !booked.has(keyOf(reference)));
}

/** What is taken of each part of a case. */
interface Taken {
  readonly caseNo: string;
  readonly taken: readonly Share[];
}

/** One order of a case after the other, as long as enough is left of what it has committed. */
function divide(orders: readonly CreditedOrder[], held: Map<string, CommitmentModel[]>) {
  const covered: (CreditedOrder & Taken)[] = [];
  const uncovered: CreditedOrder[] = [];
  for (const order of orders) {
    const parts = held.get(order.caseNo) ?? [];
    const taken = takenFrom(parts, order.amountFen);
    if (!taken) {
      uncovered.push(order);
      continue;
    }
    covered.push({ ...order, taken });
    held.set(
      order.caseNo,
      parts.map((part, place) => ({ ...part, spentFen: part.spentFen + taken[place]!.fen })),
    );
  }
  return { covered, uncovered };
}

/** Less is left of what these cases have committed. */
export async function markSpent(tx: Tx, cases: readonly Taken[]): Promise<void> {
  const spent = cases.flatMap(({ caseNo, taken }) =>
    taken.map(({ part, fen: amountFen }) => ({ caseNo, part, amountFen })),
  );
  if (spent.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Commitment" c SET "spentFen" = c."spentFen" + s.fen, "updatedAt" = now(),
      "state" = CASE WHEN c."spentFen" + s.fen = c."amountFen" THEN 'spent' ELSE c."state" END
    FROM (
      SELECT "caseNo", "part", sum("amountFen")::bigint AS fen
      FROM jsonb_to_recordset(${rowSet(spent)}::jsonb) AS o("caseNo" text, "part" text, "amountFen" bigint)
      GROUP BY "caseNo", "part"
    ) s
    WHERE c."caseNo" = s."caseNo" AND c."part" = s."part"::"CommitmentPart"`;
}

/** What an order has spent at present of an allotment. */
export interface Spent {
  readonly allotmentId: string;
  readonly fen: bigint;
}

/**
 * By its entries in the ledger, less what of it came back, allotment by allotment; nothing where that is all. What was
 * spent when the ledger was opened names no order: a case had one then. Nor does what was kept back for a claim: it left
 * with none.
 */
export async function spentBy(
  tx: Tx,
  { reference, caseNo }: Pick<CreditedOrder, 'reference' | 'caseNo'>,
): Promise<Spent[]> {
  return await tx.$queryRaw<Spent[]>`
    SELECT a."allotmentId", sum(e."amountFen")::bigint AS "fen"
    FROM "LedgerTransaction" t
    JOIN "LedgerEntry" e ON e."transactionKey" = t."key"
    JOIN "LedgerAccount" a ON a."id" = e."accountId" AND a."kind" = 'spent'
    WHERE t."caseNo" = ${caseNo} AND (t."reference" = ${reference} OR t."reference" IS NULL
      AND t."key" NOT LIKE ${`%${SET_OFF_KEY}%`} AND NOT EXISTS (
      SELECT 1 FROM "LedgerTransaction" own WHERE own."reference" = ${reference} AND own."kind" = 'spent'))
    GROUP BY a."allotmentId" HAVING sum(e."amountFen") > 0 ORDER BY a."allotmentId"`;
}

/** What a case has spent at present without an order, for claims, each with the key it was booked by. */
export async function spentOnClaims(tx: Tx, caseNo: string): Promise<(Spent & { readonly key: string })[]> {
  return await tx.$queryRaw<(Spent & { key: string })[]>`
    SELECT split_part(t."key", '/recovered/', 1) AS "key", a."allotmentId", sum(e."amountFen")::bigint AS "fen"
    FROM "LedgerTransaction" t
    JOIN "LedgerEntry" e ON e."transactionKey" = t."key"
    JOIN "LedgerAccount" a ON a."id" = e."accountId" AND a."kind" = 'spent'
    WHERE t."caseNo" = ${caseNo} AND t."key" LIKE ${`%${SET_OFF_KEY}%`}
    GROUP BY 1, 2 HAVING sum(e."amountFen") > 0 ORDER BY 1, 2`;
}
