import type { Tx } from '../../prisma/client.js';
import { changedPayees } from './changed-payees.js';

/** Why an order is stopped before it leaves the house; its case is told. */
type CancelReason = 'PAYEE_CHANGED' | 'NAME_MISMATCH' | 'ACCOUNT_UNKNOWN';

/** Orders of a batch that are not to leave. They keep its number, so that the batch tells their cases. */
export async function cancelOrders(
  tx: Tx,
  batchNo: string,
  references: readonly string[],
  returnedReason: CancelReason,
): Promise<number> {
  if (references.length === 0) return 0;
  const { count } = await tx.payment.updateMany({
    where: { batchNo, state: 'batched', reference: { in: [...references] } },
    data: { state: 'cancelled', returnedReason, untold: true },
  });
  return count;
}

/** 三(五): a payee that was changed after the review goes back for a fresh one. Answers how many there are. */
export const cancelChangedPayees = async (tx: Tx, batchNo: string): Promise<number> =>
  await cancelOrders(tx, batchNo, await changedPayees(tx, batchNo), 'PAYEE_CHANGED');
