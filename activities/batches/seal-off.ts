import type { OrdersFile, TransferOrder } from '../../bank/bank.js';
import { OrderUnfit } from '../../bank/order-unfit.js';
import { sumFen } from '../../domain/rules/fen.js';
import { keptFile } from '../../prisma/bank-files.js';
import type { Tx } from '../../prisma/client.js';
import type { PaymentBatchModel as PaymentBatch } from '../../prisma/generated/models.js';
import { isBatchHeld } from '../../prisma/holds.js';
import type { World } from '../world.js';
import { LONG } from './alive.js';
import { cancelChangedPayees } from './cancel-orders.js';
import { notYet } from './not-yet.js';
import { holdUnfit } from './hold-unfit.js';
import { ordersOf } from './orders.js';
import { takeOutHeld } from './take-out-held.js';

/**
 * Writes the file of a batch, lays it ready and puts it on record as one that may have left the house. It is laid ready
 * first: where it can't be written nothing is marked as sent. Undefined where nothing was left to send.
 *
 * @throws ApplicationFailure ON_HOLD
 */
export async function sealOff(world: World, batchNo: string): Promise<OrdersFile | undefined> {
  const { db, keyring, bank } = world;
  const batch = await db.paymentBatch.findUniqueOrThrow({ where: { no: batchNo } });
  for (;;) {
    if (await isBatchHeld(db, batchNo)) throw notYet('ON_HOLD', `Batch ${batchNo} is on hold.`);
    const orders = await ordersOf(db, keyring, batchNo);
    if (orders.length === 0) {
      await leaveEmpty(world, batchNo);
      return undefined;
    }
    const file = await write(world, batch, orders);
    if (!file) continue;
    await bank.stage(file);
    if (await db.$transaction((tx) => putOnRecord(world, tx, batch, orders, file), LONG)) return file;
  }
}

/** Undefined where an order can't be written for the bank, and was taken out. */
async function write(
  world: World,
  batch: PaymentBatch,
  orders: readonly TransferOrder[],
): Promise<OrdersFile | undefined> {
  const { no: batchNo, countyCode, createdAt } = batch;
  try {
    return world.bank.fileOf({ batchNo, countyCode, createdAt: createdAt.toISOString(), orders });
  } catch (error) {
    if (!(error instanceof OrderUnfit)) throw error;
    await holdUnfit(world, batch, error);
    return undefined;
  }
}

/** False where an order was taken out meanwhile: then the file is another one. */
async function putOnRecord(
  { keyring }: World,
  tx: Tx,
  { no, countyCode }: PaymentBatch,
  orders: readonly TransferOrder[],
  file: OrdersFile,
): Promise<boolean> {
  const left = await lockOrders(tx, no);
  if (await isBatchHeld(tx, no)) throw notYet('ON_HOLD', `Batch ${no} is on hold.`);
  const out = (await takeOutHeld(tx, no)) + (await cancelChangedPayees(tx, no));
  if (out > 0 || left !== orders.length) return false;
  const sum = BigInt(sumFen(orders.map(({ amountFen }) => amountFen)));
  const kept = { kind: 'orders', batchNo: no, lines: orders.length, sumFen: sum } as const;
  await tx.bankFile.create({ data: { ...keptFile(keyring, countyCode, file), ...kept } });
  const sentAt = new Date();
  await tx.payment.updateMany({ where: { batchNo: no, state: 'batched' }, data: { state: 'sent', sentAt } });
  await tx.paymentBatch.update({
    where: { no },
    data: { state: 'sent', sentAt, orders: orders.length, sumFen: sum },
  });
  return true;
}

/** Locks a batch and its orders, these in the order in which a hold locks them; answers how many are left. */
async function lockOrders(tx: Tx, batchNo: string): Promise<number> {
  const [batch] = await tx.$queryRaw<[{ state: string }]>`
    SELECT "state"::text FROM "PaymentBatch" WHERE "no" = ${batchNo} FOR NO KEY UPDATE`;
  if (batch.state !== 'filled') throw new Error(`Batch ${batchNo} is sent by another worker.`);
  const orders = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Payment" WHERE "batchNo" = ${batchNo} AND "state" = 'batched' ORDER BY "reference" FOR NO KEY UPDATE`;
  return orders.length;
}

async function leaveEmpty({ db }: World, batchNo: string): Promise<void> {
  await db.paymentBatch.updateMany({
    where: { no: batchNo, state: 'filled' },
    data: { state: 'empty', orders: 0, sumFen: 0n, endedAt: new Date() },
  });
}
