import type { LedgerAccountKind } from '../../domain/schemas/ledger.js';
import type { Prisma, Tx } from '../client.js';
import type { AllotmentModel } from '../generated/models.js';

/** What was on an account at a moment. */
export interface Balance {
  readonly kind: LedgerAccountKind;
  readonly fundId: string;
  readonly allotment: AllotmentModel | null;
  readonly balanceFen: bigint;
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
