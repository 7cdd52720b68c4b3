import type { OrderUnfit } from '../../bank/order-unfit.js';
import type { PaymentBatchModel as PaymentBatch } from '../../prisma/generated/models.js';
import type { World } from '../world.js';
import { holdOrders } from './hold-orders.js';

/** An order that can't be written for the bank holds up no other: it is put on hold, and finance is told. */
export async function holdUnfit(
  { db, keyring }: World,
  { no }: PaymentBatch,
  { reference, field, why }: OrderUnfit,
): Promise<void> {
  const note = `支付指令写不进银行文件（${field}：${why}）`;
  await db.$transaction(async (tx) => {
    const order = await tx.payment.findUniqueOrThrow({ where: { reference } });
    await holdOrders(tx, keyring, no, [order], { key: 'unfit', note, remedy: '请核对后解除。' });
  });
}
