import { lastCutOff } from '../../domain/rules/cut-off.js';
import type { Db, Tx } from '../../prisma/client.js';
import { countiesToPay, lockBatchesOf, openBatch } from '../../prisma/payment-batches.js';
import { countyDays, policyNow } from '../../prisma/rules-in-force.js';
import type { Sweep } from './sweep.js';

/** How far back the last working day may lie. */
const LOOKING_BACK_MS = 60 * 86_400_000;

/** Opens a batch where a county's cut-off has come, and runs those that the engine was not told of. */
export const startBatches: Sweep = async ({ db, cases }, limit) => {
  for (const countyCode of await countiesToPay(db)) await openIfDue(db, countyCode);
  const rows = await db.paymentBatch.findMany({
    where: { startedAt: null },
    orderBy: [{ createdAt: 'asc' }, { no: 'asc' }],
    take: limit,
  });
  for (const { no } of rows) {
    await cases.startBatch(no);
    await db.paymentBatch.update({ where: { no }, data: { startedAt: new Date() } });
  }
  return rows.length;
};

async function openIfDue(db: Db, countyCode: string): Promise<void> {
  const now = Date.now();
  const { cutOff, batchSize } = (await policyNow(db, countyCode))!.body.payments;
  const { calendar, dayLength } = await countyDays(db, countyCode, now - LOOKING_BACK_MS);
  const since = new Date(lastCutOff(now, cutOff, calendar, dayLength));
  await db.$transaction(async (tx) => {
    await lockBatchesOf(tx, countyCode);
    if (await wantsAnother(tx, countyCode, since, batchSize)) await openBatch(tx, countyCode);
  });
}

/** One batch a cut-off, and a further one only where the one before was full. */
async function wantsAnother(tx: Tx, countyCode: string, since: Date, batchSize: number): Promise<boolean> {
  const open = await tx.paymentBatch.count({ where: { countyCode, state: 'open' } });
  const [last] = await tx.paymentBatch.findMany({
    where: { countyCode, createdAt: { gte: since } },
    orderBy: { createdAt: 'desc' },
    include: { _count: { select: { payments: true } } },
    take: 1,
  });
  return open === 0 && (last === undefined || last._count.payments >= batchSize);
}
