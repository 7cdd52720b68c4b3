import type { World } from '../world.js';
import { tellRefused } from './tell-refused.js';

/** The bank has the file. Its word on the file ends the not knowing about each of its orders. */
export async function markTaken({ db }: World, batchNo: string): Promise<void> {
  await db.$transaction([
    db.payment.updateMany({ where: { batchNo, state: 'unknown' }, data: { state: 'accepted' } }),
    db.paymentBatch.updateMany({
      where: { no: batchNo, state: 'sent' },
      data: { state: 'taken', takenAt: new Date() },
    }),
  ]);
}

/** No word in time: it is asked about, never sent again on a guess. */
export async function noteUnknown({ db }: World, batchNo: string): Promise<void> {
  await db.payment.updateMany({ where: { batchNo, state: 'sent' }, data: { state: 'unknown' } });
}

/**
 * The bank does not take the file as it is: nothing moved. Its orders wait for another batch, and the supervisor is told;
 * they are not tried again before the next cut-off.
 */
export async function takeBack({ db, keyring, log }: World, batchNo: string): Promise<void> {
  log.error({ batchNo }, 'the bank refuses the file of a batch');
  await db.$transaction(async (tx) => {
    const { count } = await tx.paymentBatch.updateMany({
      where: { no: batchNo, state: 'sent' },
      data: { state: 'empty', endedAt: new Date() },
    });
    if (count === 0) return;
    await tx.payment.updateMany({
      where: { batchNo, state: { in: ['sent', 'unknown'] } },
      data: { state: 'checked', batchNo: null, sentAt: null },
    });
    await tellRefused(tx, keyring, batchNo);
  });
}
