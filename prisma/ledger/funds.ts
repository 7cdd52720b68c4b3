import type { Tx } from '../client.js';
import type { AllotmentModel, FundModel } from '../generated/models.js';
import { allotmentAccount, fundAccount, openAllotmentAccounts, openFundAccounts } from './accounts.js';
import { post, type Posting } from './post.js';

export type NewAllotment = Omit<AllotmentModel, 'carriedFromId'> & { readonly carriedFromId?: string };

/** By whom it is entered, and what it follows from where it is no new money. */
interface Entered extends Pick<Posting, 'byId' | 'documentNo'> {
  readonly kind?: 'carriedOver';
}

/**
 * A fund with its accounts and its amount in the ledger, once per ID; must run in a transaction.
 *
 * @throws LedgerConflict where the fund is there with another amount
 */
export async function openFund(tx: Tx, fund: FundModel, { kind, ...entered }: Entered = {}): Promise<void> {
  const { id, amountFen } = fund;
  await tx.fund.createMany({ data: [fund], skipDuplicates: true });
  await openFundAccounts(tx, id);
  if (amountFen === 0n) return;
  const entries = { [fundAccount(id, 'source')]: -amountFen, [fundAccount(id, 'unallotted')]: amountFen };
  await post(tx, { ...entered, key: `fund/${id}`, kind: kind ?? 'funded', entries });
}

/**
 * 指标下达: gives money of a fund to a county and programme by a numbered document, once per ID; must run in a
 * transaction. The database refuses to allot more than is left of the fund.
 *
 * @throws LedgerConflict where the allotment is there with another amount
 */
export async function allot(tx: Tx, allotment: NewAllotment, { kind, ...entered }: Entered = {}): Promise<void> {
  const { id, fundId, amountFen, documentNo } = allotment;
  await tx.allotment.createMany({ data: [allotment], skipDuplicates: true });
  await openAllotmentAccounts(tx, fundId, id);
  if (amountFen === 0n) return;
  const entries = { [fundAccount(fundId, 'unallotted')]: -amountFen, [allotmentAccount(id, 'available')]: amountFen };
  await post(tx, { documentNo, ...entered, key: `allotment/${id}`, kind: kind ?? 'allotted', entries });
}

/** Takes money that is still available of an allotment back into its fund, by a document of its own. */
export async function reduce(
  tx: Tx,
  { id, fundId }: Pick<AllotmentModel, 'id' | 'fundId'>,
  { documentNo, amountFen, byId }: { documentNo: string; amountFen: bigint; byId: string },
): Promise<void> {
  const entries = { [allotmentAccount(id, 'available')]: -amountFen, [fundAccount(fundId, 'unallotted')]: amountFen };
  await post(tx, { key: reductionKey(id, documentNo), kind: 'corrected', documentNo, byId, entries });
}

/** An allotment is reduced once by a document. */
export const reductionKey = (allotmentId: string, documentNo: string): string =>
  `allotment/${allotmentId}/reduced/${documentNo}`;
