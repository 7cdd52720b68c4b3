import type { LedgerTransactionKind } from '../../domain/schemas/ledger.js';
import type { Tx } from '../client.js';
import { rowSet } from '../row-set.js';
import { lockAccounts } from './accounts.js';

/** What is to be booked. */
export interface Posting {
  /** What it follows from; the same twice is booked once. */
  readonly key: string;
  readonly kind: LedgerTransactionKind;
  readonly caseNo?: string;
  /** Payment order by which it was spent. */
  readonly reference?: string;
  /** By which document, and entered by whom: of what is not a case's. */
  readonly documentNo?: string;
  readonly byId?: string;
  /** Fen by account, each not zero, together zero; above zero adds to the account. */
  readonly entries: Readonly<Record<string, bigint>>;
}

/** The key of a transaction came again with another content: an incident that a person has to look at. */
export class LedgerConflict extends Error {
  constructor(key: string) {
    super(`Ledger transaction ${key} is booked with another content.`);
    this.name = 'LedgerConflict';
  }
}

/**
 * Books a transaction, once per key, as of now by PostgreSQL's clock. The database refuses what does not sum to zero
 * (when the transaction is committed) or overdraws an account (at once: LedgerAccount_never_overdrawn).
 *
 * @throws LedgerConflict where the key is taken by another content
 */
export const post = async (tx: Tx, posting: Posting): Promise<void> => await postMany(tx, [posting]);

/**
 * The same for any number of transactions with different keys, with as many queries as for one; in their order.
 *
 * @throws LedgerConflict where a key is taken by another content
 */
export async function postMany(tx: Tx, postings: readonly Posting[]): Promise<void> {
  if (postings.length === 0) return;
  await lockAccounts(tx, [...new Set(postings.flatMap(({ entries }) => Object.keys(entries)))]);
  const booked = await insertNew(tx, postings);
  await insertEntries(
    tx,
    postings.filter(({ key }) => booked.has(key)),
  );
  await requireSame(
    tx,
    postings.filter(({ key }) => !booked.has(key)),
  );
}

/** The keys of those that were not booked before. */
async function insertNew(tx: Tx, postings: readonly Posting[]): Promise<Set<string>> {
  const rows = postings.map(({ entries, ...booked }) => ({ ...booked, lines: Object.keys(entries).length }));
  const keys = await tx.$queryRaw<{ key: string }[]>`
    INSERT INTO "LedgerTransaction" ("key", "kind", "caseNo", "reference", "documentNo", "byId", "lines")
    SELECT "key", "kind"::"LedgerTransactionKind", "caseNo", "reference", "documentNo", "byId", "lines"
    FROM jsonb_to_recordset(${rowSet(rows)}::jsonb) AS t("key" text, "kind" text, "caseNo" text, "reference" text,
      "documentNo" text, "byId" text, "lines" integer)
    ON CONFLICT DO NOTHING RETURNING "key"`;
  return new Set(keys.map(({ key }) => key));
}

async function insertEntries(tx: Tx, postings: readonly Posting[]): Promise<void> {
  const rows = postings.flatMap(({ key: transactionKey, entries }) =>
    Object.entries(entries).map(([accountId, amountFen]) => ({ transactionKey, accountId, amountFen })),
  );
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "LedgerEntry" ("transactionKey", "accountId", "amountFen") SELECT *
    FROM jsonb_to_recordset(${rowSet(rows)}::jsonb)
      AS e("transactionKey" text, "accountId" text, "amountFen" bigint)`;
}

/** What is booked under these keys already is what was to be booked. */
async function requireSame(tx: Tx, postings: readonly Posting[]): Promise<void> {
  if (postings.length === 0) return;
  const keys = postings.map(({ key }) => key);
  const known = await tx.ledgerTransaction.findMany({ where: { key: { in: keys } }, include: { entries: true } });
  const byKey = new Map(known.map((transaction) => [transaction.key, transaction]));
  for (const { key, kind, caseNo, entries } of postings) {
    const there = byKey.get(key);
    const same =
      there?.kind === kind &&
      there.caseNo === (caseNo ?? null) &&
      there.lines === Object.keys(entries).length &&
      there.entries.every(({ accountId, amountFen }) => entries[accountId] === amountFen);
    if (!same) throw new LedgerConflict(key);
  }
}
