import type { LeafOf } from '../domain/schemas/leaf.js';
import { sha256 } from '../platform/digest.js';
import type { Tx } from './client.js';
import type { PaymentModel } from './generated/models.js';
import { log } from './log-entries.js';

/** To whom an order pays how much can't change any more. */
export async function logOrder(tx: Tx, payment: PaymentModel): Promise<void> {
  await log(tx, orderLeaf(payment));
}

/** What the log says of an order. */
export function orderLeaf(payment: PaymentModel): LeafOf<'ordered'> {
  const { reference, caseNo, amountFen, accountId, payeeSealed, bankName, remark, documentNo } = payment;
  return {
    ...{ kind: 'ordered', reference, caseNo, amountFen: Number(amountFen), accountId, bankName, remark, documentNo },
    payeeSha256: sha256(payeeSealed),
  };
}
