import type { LedgerAccountKind } from '../../domain/schemas/ledger.js';
import { Prisma, type Tx } from '../client.js';

export type FundAccount = Extract<LedgerAccountKind, 'source' | 'unallotted' | 'carriedOver' | 'lapsed'>;
export type AllotmentAccount = Exclude<LedgerAccountKind, FundAccount>;

const OF_FUND = ['source', 'unallotted', 'carriedOver', 'lapsed'] as const satisfies FundAccount[];
const OF_ALLOTMENT = ['available', 'reserved', 'committed', 'spent'] as const satisfies AllotmentAccount[];

/** The name of an account of a fund or of an allotment. */
export const fundAccount = (fundId: string, kind: FundAccount): string => `${fundId}/${kind}`;
export const allotmentAccount = (allotmentId: string, kind: AllotmentAccount): string => `${allotmentId}/${kind}`;

/** The accounts of a fund itself; those that are there stay as they are. */
export async function openFundAccounts(tx: Tx, fundId: string): Promise<void> {
  const data = OF_FUND.map((kind) => ({ id: fundAccount(fundId, kind), kind, fundId }));
  await tx.ledgerAccount.createMany({ data, skipDuplicates: true });
}

/** The accounts of an allotment; those that are there stay as they are. */
export async function openAllotmentAccounts(tx: Tx, fundId: string, allotmentId: string): Promise<void> {
  const data = OF_ALLOTMENT.map((kind) => ({ id: allotmentAccount(allotmentId, kind), kind, fundId, allotmentId }));
  await tx.ledgerAccount.createMany({ data, skipDuplicates: true });
}

/**
 * Locks these accounts, with the others of the same allotments, in one order for everybody: whoever books on several
 * waits for nobody who waits for him. Until the transaction ends nobody else books on them.
 */
export async function lockAccounts(tx: Tx, accountIds: readonly string[]): Promise<void> {
  if (accountIds.length === 0) return;
  const ids = Prisma.join([...accountIds]);
  await tx.$queryRaw`
    SELECT 1 FROM "LedgerAccount"
    WHERE "id" IN (${ids})
      OR "allotmentId" = ANY (ARRAY(SELECT "allotmentId" FROM "LedgerAccount" WHERE "id" IN (${ids})))
    ORDER BY "id" FOR NO KEY UPDATE`;
}
