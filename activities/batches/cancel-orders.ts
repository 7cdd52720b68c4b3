import type { Tx } from '../../prisma/client.js';
import { payeeIsCurrent } from './payees.js';

/** Why an order is stopped before it leaves the house; its case is told. */
type CancelReason = 'PAYEE_CHANGED' | 'NAME_MISMATCH' | 'ACCOUNT_UNKNOWN';

/** Orders of a batch that are not to leave. They keep its number, so that the batch tells their cases. */
export async function cancelOrders(
  tx: Tx,
  batchNo: string,
  references: readonly string[],
  returnedReason: CancelReason,
): Promise<void> {
  await tx.payment.updateMany({
    where: { batchNo, state: 'batched', reference: { in: [...references] } },
    data: { state: 'cancelled', returnedReason, untold: true },
  });
}

/** 三(五): a payee that was changed after the review goes back for a fresh one. Answers how many there are. */
export async function cancelChangedPayees(tx: Tx, batchNo: string): Promise<number> {
  const reason: CancelReason = 'PAYEE_CHANGED';
  return await tx.$executeRaw`
    UPDATE "Payment" p SET "state" = 'cancelled', "returnedReason" = ${reason}, "untold" = true
    WHERE p."batchNo" = ${batchNo} AND p."state" = 'batched' AND NOT ${payeeIsCurrent}`;
}
