import type { CreditedOrder } from '../commitments.js';
import type { Tx } from '../client.js';
import { allotmentAccount } from './accounts.js';
import { post } from './post.js';

/**
 * Books money that came back after it was credited, once per order: by entries that compensate what was booked as
 * spent, so that the case has it committed again and can be paid anew. Must run in a transaction that holds the case.
 *
 * @throws LedgerConflict where the order came back with another content before
 */
export async function returnToFund(tx: Tx, { reference, caseNo, amountFen }: CreditedOrder): Promise<void> {
  const spent = await tx.commitment.updateManyAndReturn({
    where: { caseNo, state: 'spent' },
    data: { state: 'committed' },
  });
  for (const { allotmentId } of spent) {
    await post(tx, {
      ...{ key: `${reference}/returned`, kind: 'returned', caseNo, reference },
      entries: {
        [allotmentAccount(allotmentId, 'spent')]: -amountFen,
        [allotmentAccount(allotmentId, 'committed')]: amountFen,
      },
    });
  }
}
