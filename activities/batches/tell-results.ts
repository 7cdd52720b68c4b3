import { heartbeat } from '@temporalio/activity';
import { ON_ITS_WAY } from '../../domain/rules/payment-states.js';
import type { Tx } from '../../prisma/client.js';
import type { PaymentBatchModel as PaymentBatch } from '../../prisma/generated/models.js';
import { raise } from '../../prisma/discrepancies.js';
import type { World } from '../world.js';
import { bankTimeEnd } from './bank-time.js';
import { notYet } from './not-yet.js';
import { tellOrders } from './tell-orders.js';

/**
 * Tells the cases of a batch what the bank has reported so far. Once every order has its end the batch is settled; once
 * the bank's time is over it is given up, and what is open is a task of finance. Answers how many are open then. What
 * was told is marked on the rows; the heartbeat says how far it came.
 *
 * @throws ApplicationFailure BATCH_OPEN while there is something left to wait for
 */
export async function tellResults(world: World, batchNo: string): Promise<number> {
  const { db } = world;
  await tellOrders(world, { batchNo }, heartbeat);
  const batch = await db.paymentBatch.findUniqueOrThrow({ where: { no: batchNo } });
  const open = await db.payment.count({ where: openOrders(batchNo) });
  if (batch.state !== 'taken') return open;
  if (open === 0) await end(db, batch, 'settled');
  else if (await isOver(world, batch)) await giveUp(world, batch);
  else throw notYet('BATCH_OPEN', `The bank has no last word on ${open} orders of ${batchNo}.`);
  return open;
}

const openOrders = (batchNo: string) => ({ batchNo, state: { in: [...ON_ITS_WAY] } });

const isOver = async ({ db }: World, { countyCode, takenAt }: PaymentBatch): Promise<boolean> =>
  (await bankTimeEnd(db, countyCode, takenAt!)) <= new Date();

/** Its open orders are locked: a word that comes meanwhile settles what is raised here. */
async function giveUp(world: World, batch: PaymentBatch): Promise<void> {
  const { no: batchNo, countyCode } = batch;
  await world.db.$transaction(async (tx) => {
    const silent = await tx.$queryRaw<{ reference: string; amountFen: bigint }[]>`
      SELECT "reference", "amountFen" FROM "Payment"
      WHERE "batchNo" = ${batchNo} AND "state"::text = ANY(${ON_ITS_WAY}) ORDER BY "reference" FOR NO KEY UPDATE`;
    const found = silent.map(({ reference, amountFen: ourFen }) => ({
      ...({ kind: 'silent', cause: `silent/${reference}`, countyCode, reference, batchNo, ourFen } as const),
    }));
    await raise(tx, ...found);
    await end(tx, batch, 'givenUp');
  });
}

async function end(tx: Tx, { no }: PaymentBatch, state: 'settled' | 'givenUp'): Promise<void> {
  await tx.paymentBatch.updateMany({ where: { no, state: 'taken' }, data: { state, endedAt: new Date() } });
}
