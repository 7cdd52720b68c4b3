import { sha256 } from '../platform/digest.js';
import type { Tx } from './client.js';
import type { PaymentModel } from './generated/models.js';
import { log } from './log-entries.js';

/** To whom an order pays how much can't change any more. */
export async function logOrder(tx: Tx, payment: PaymentModel): Promise<void> {
  const { reference, caseNo, amountFen, accountId, payeeSealed, bankName, remark, documentNo } = payment;
  await log(tx, {
    ...{ kind: 'ordered', reference, caseNo, amountFen: Number(amountFen), accountId, bankName, remark, documentNo },
    payeeSha256: sha256(payeeSealed),
  });
}
