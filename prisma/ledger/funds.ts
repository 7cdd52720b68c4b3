import type { Tx } from '../client.js';
import type { AllotmentModel, FundModel } from '../generated/models.js';
import { allotmentAccount, fundAccount, openAllotmentAccounts, openFundAccounts } from './accounts.js';
import { post } from './post.js';

/**
 * A fund with its accounts and its amount in the ledger, once per ID; must run in a transaction.
 *
 * @throws LedgerConflict where the fund is there with another amount
 */
export async function openFund(tx: Tx, fund: FundModel): Promise<void> {
  await tx.fund.createMany({ data: [fund], skipDuplicates: true });
  await openFundAccounts(tx, fund.id);
  const entries = {
    [fundAccount(fund.id, 'source')]: -fund.amountFen,
    [fundAccount(fund.id, 'unallotted')]: fund.amountFen,
  };
  await post(tx, { key: `fund/${fund.id}`, kind: 'funded', entries });
}

/**
 * 指标下达: gives money of a fund to a county and programme by a numbered document, once per ID; must run in a
 * transaction. The database refuses to allot more than is left of the fund.
 *
 * @throws LedgerConflict where the allotment is there with another amount
 */
export async function allot(tx: Tx, allotment: AllotmentModel): Promise<void> {
  const { id, fundId, amountFen } = allotment;
  await tx.allotment.createMany({ data: [allotment], skipDuplicates: true });
  await openAllotmentAccounts(tx, fundId, id);
  const entries = { [fundAccount(fundId, 'unallotted')]: -amountFen, [allotmentAccount(id, 'available')]: amountFen };
  await post(tx, { key: `allotment/${id}`, kind: 'allotted', entries });
}
