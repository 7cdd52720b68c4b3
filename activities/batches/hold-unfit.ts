import type { OrderUnfit } from '../../bank/order-unfit.js';
import type { PaymentBatchModel as PaymentBatch } from '../../prisma/generated/models.js';
import { stopCases } from '../../prisma/holds.js';
import { tellOfficials } from '../../prisma/tell-officials.js';
import type { World } from '../world.js';
import { takeOutHeld } from './take-out-held.js';

/** An order that can't be written for the bank holds up no other: it is put on hold, and finance is told. */
export async function holdUnfit(
  { db, keyring }: World,
  { no }: PaymentBatch,
  { reference, field, why }: OrderUnfit,
): Promise<void> {
  const note = `支付指令写不进银行文件（${field}：${why}）`;
  await db.$transaction(async (tx) => {
    const { caseNo } = await tx.payment.findUniqueOrThrow({ where: { reference } });
    await stopCases(tx, [caseNo], { reasonCode: 'PAYEE_DOUBTFUL', note });
    await takeOutHeld(tx, no);
    await tellOfficials(tx, keyring, {
      ...{ key: `unfit/${reference}`, caseNo, role: 'paymentReviewer', subject: '暂停支付' },
      text: `${note}，已暂停，其余指令照常发送。请核对后解除。`,
    });
  });
}
