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
export async function post(tx: Tx, posting: Posting): Promise<void> {
  const { entries, ...booked } = posting;
  const lines = Object.entries(entries);
  await lockAccounts(tx, Object.keys(entries));
  const data = { ...booked, lines: lines.length };
  const { count } = await tx.ledgerTransaction.createMany({ data: [data], skipDuplicates: true });
  if (count === 0) return await requireSame(tx, posting);
  await tx.ledgerEntry.createMany({
    data: lines.map(([accountId, amountFen]) => ({ transactionKey: posting.key, accountId, amountFen })),
  });
}

async function requireSame(tx: Tx, { key, kind, caseNo, entries }: Posting): Promise<void> {
  const known = await tx.ledgerTransaction.findUniqueOrThrow({ where: { key }, include: { entries: true } });
  const same =
    known.kind === kind &&
    known.caseNo === (caseNo ?? null) &&
    known.lines === Object.keys(entries).length &&
    known.entries.every(({ accountId, amountFen }) => entries[accountId] === amountFen);
  if (!same) throw new LedgerConflict(key);
}
