import { heartbeat, activityInfo } from '@temporalio/activity';
import type { PayeeCheck, TransferOrder } from '../../bank/bank.js';
import type { PaymentBatchModel as PaymentBatch } from '../../prisma/generated/models.js';
import { onHold } from '../../prisma/holds.js';
import { yearUndecided } from '../../prisma/ledger/year-end.js';
import { policyNow } from '../../prisma/rules-in-force.js';
import type { Tx } from '../../prisma/client.js';
import type { World } from '../world.js';
import { alive, LONG } from './alive.js';
import { cancelChangedPayees, cancelOrders } from './cancel-orders.js';
import { holdUnsigned } from './hold-unsigned.js';
import { ordersOf } from './orders.js';

/** How many payees the bank is asked about at once. */
const AT_ONCE = 20;

/**
 * Chooses a county's reviewed orders for a batch, the oldest first, and has every payee checked anew; answers how many
 * are to leave. Left out is what is on hold, what is of a year that is over and not decided on, and what goes to an
 * account that nobody signed for. Killed anywhere it goes on: what it chose is on the rows, how far the bank was asked is
 * in the heartbeat.
 */
export async function fillBatch(world: World, batchNo: string): Promise<number> {
  const { db } = world;
  const batch = await db.paymentBatch.findUniqueOrThrow({ where: { no: batchNo } });
  if (batch.state !== 'open') return batch.orders ?? 0;
  const position: string = activityInfo().heartbeatDetails ?? '';
  await alive(() => db.$transaction((tx) => choose(tx, batch), LONG), position);
  await alive(() => holdUnsigned(world, batchNo), position);
  await checkPayees(world, batchNo, position);
  return await db.$transaction((tx) => close(tx, batchNo));
}

async function choose(tx: Tx, { no, countyCode }: PaymentBatch): Promise<void> {
  await lockOpen(tx, no);
  if ((await tx.payment.count({ where: { batchNo: no } })) > 0) return;
  const { batchSize } = (await policyNow(tx, countyCode))!.body.payments;
  const found = await tx.$queryRaw<{ reference: string }[]>`
    SELECT p."reference" FROM "Payment" p JOIN "Case" k USING ("caseNo")
    WHERE p."state" = 'checked' AND k."countyCode" = ${countyCode} AND NOT ${onHold} AND NOT ${yearUndecided}
    ORDER BY p."preparedAt", p."reference" LIMIT ${batchSize}`;
  const references = found.map(({ reference }) => reference);
  // Locked in the order in which a hold locks them; what was put on hold meanwhile is left out.
  await tx.$queryRaw`
    SELECT 1 FROM "Payment" WHERE "reference" = ANY(${references}) ORDER BY "reference" FOR NO KEY UPDATE`;
  await tx.$executeRaw`
    UPDATE "Payment" p SET "state" = 'batched', "batchNo" = ${no}
    WHERE p."reference" = ANY(${references}) AND p."state" = 'checked' AND NOT ${onHold}`;
  await cancelChangedPayees(tx, no);
}

/** What the bank says of name and account, before anything leaves. */
async function checkPayees({ db, keyring, bank }: World, batchNo: string, position: string): Promise<void> {
  for (let after = position; ;) {
    const orders = await ordersOf(db, keyring, batchNo, { after, limit: AT_ONCE });
    const checks = await Promise.all(
      orders.map(async ({ payeeName: name, payeeAccount: account, payeeBank, reference }) => ({
        reference,
        check: await bank.checkPayee({ name, account, bank: payeeBank }),
      })),
    );
    const those = (wanted: PayeeCheck) => checks.filter(({ check }) => check === wanted).map((c) => c.reference);
    await cancelOrders(db, batchNo, those('nameDiffers'), 'NAME_MISMATCH');
    await cancelOrders(db, batchNo, those('noSuchAccount'), 'ACCOUNT_UNKNOWN');
    const last: TransferOrder | undefined = orders.at(-1);
    if (!last) return;
    after = last.reference;
    heartbeat(after);
  }
}

async function close(tx: Tx, batchNo: string): Promise<number> {
  await lockOpen(tx, batchNo);
  const { _count, _sum } = await tx.payment.aggregate({
    where: { batchNo, state: 'batched' },
    ...{ _count: true, _sum: { amountFen: true } },
  });
  const totals = { orders: _count, sumFen: _sum.amountFen ?? 0n };
  await tx.paymentBatch.updateMany({
    where: { no: batchNo, state: 'open' },
    data: _count > 0 ? { ...totals, state: 'filled' } : { ...totals, state: 'empty', endedAt: new Date() },
  });
  return _count;
}

/** One worker at a time; @throws where another one has filled it meanwhile: asked again, it answers */
async function lockOpen(tx: Tx, batchNo: string): Promise<void> {
  const [row] = await tx.$queryRaw<[{ state: string }]>`
    SELECT "state"::text FROM "PaymentBatch" WHERE "no" = ${batchNo} FOR NO KEY UPDATE`;
  if (row.state !== 'open') throw new Error(`Batch ${batchNo} is filled by another worker.`);
}
