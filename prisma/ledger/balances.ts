import type { LedgerAccountKind } from '../../domain/schemas/ledger.js';
import type { Prisma, Tx } from '../client.js';
import type { AllotmentModel } from '../generated/models.js';

/** What accounts of a kind hold, fen. */
export interface Held {
  readonly kind: LedgerAccountKind;
  readonly balanceFen: bigint;
}

/** What was on an account at a moment. */
export interface Balance extends Held {
  readonly fundId: string;
  readonly allotment: AllotmentModel | null;
}

/** What is on accounts, or was at a moment: then summed from the entries until then. */
export async function balancesOf(tx: Tx, where: Prisma.LedgerAccountWhereInput, at?: Date): Promise<Balance[]> {
  const accounts = await tx.ledgerAccount.findMany({ where, include: { allotment: true } });
  if (!at) return accounts;
  const sums = await tx.ledgerEntry.groupBy({
    by: ['accountId'],
    where: { at: { lte: at }, account: where },
    _sum: { amountFen: true },
  });
  const balances = new Map(sums.map(({ accountId, _sum }) => [accountId, _sum.amountFen ?? 0n]));
  return accounts.map((account) => ({ ...account, balanceFen: balances.get(account.id) ?? 0n }));
}

/** The same of however many accounts, summed by kind in the database. */
export async function totalsOf(tx: Tx, where: Prisma.LedgerAccountWhereInput, at?: Date): Promise<Held[]> {
  const now = await tx.ledgerAccount.groupBy({ by: ['kind'], where, _sum: { balanceFen: true } });
  if (!at) return now.map(({ kind, _sum }) => ({ kind, balanceFen: _sum.balanceFen ?? 0n }));
  const then = [];
  for (const { kind } of now) {
    const entries = { at: { lte: at }, account: { AND: [where, { kind }] } };
    const { _sum } = await tx.ledgerEntry.aggregate({ where: entries, _sum: { amountFen: true } });
    then.push({ kind, balanceFen: _sum.amountFen ?? 0n });
  }
  return then;
}
