import type { LedgerTransactionKind } from '../../domain/schemas/ledger.js';
import type { Tx } from '../client.js';
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
  const rows = await tx.ledgerTransaction.createManyAndReturn({
    data: postings.map(({ entries, ...booked }) => ({ ...booked, lines: Object.keys(entries).length })),
    select: { key: true },
    skipDuplicates: true,
  });
  const booked = new Set(rows.map(({ key }) => key));
  await tx.ledgerEntry.createMany({
    data: postings
      .filter(({ key }) => booked.has(key))
      .flatMap(({ key: transactionKey, entries }) =>
        Object.entries(entries).map(([accountId, amountFen]) => ({ transactionKey, accountId, amountFen })),
      ),
  });
  await requireSame(
    tx,
    postings.filter(({ key }) => !booked.has(key)),
  );
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
