import type { ReturnCommission } from '../../domain/schemas/application.js';
import type { Tx } from '../../prisma/client.js';
import { returnToFund } from '../../prisma/ledger/late-money.js';
import { lockCase } from '../../prisma/lock-case.js';

/**
 * 退汇 after the backup: the case was opened again, since its money had come back after it was credited. Makes the row
 * from what its workflow began with, and books what came back.
 */
export async function makeReturn(tx: Tx, commission: ReturnCommission, returnedAt: Date): Promise<void> {
  const { recorded: _, ...input } = commission;
  const { reference, caseNo } = input;
  await lockCase(tx, caseNo);
  if ((await tx.paymentReturn.count({ where: { reference } })) > 0) return;
  const order = await tx.payment.findUniqueOrThrow({ where: { reference } });
  if (order.state === 'credited') {
    await tx.payment.update({ where: { reference }, data: { state: 'returned', settledAt: null, untold: false } });
    await returnToFund(tx, order);
  }
  const started = { returnedAt, startedAt: returnedAt };
  await tx.paymentReturn.create({ data: { reference, caseNo, input: { ...input } as object, ...started } });
  await tx.case.update({ where: { caseNo }, data: { running: true, reopenedAt: returnedAt } });
}
