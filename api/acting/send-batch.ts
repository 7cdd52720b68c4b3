import { countyOf } from '../../domain/rules/county-of.js';
import { isOfCounty } from '../../prisma/areas.js';
import type { Db } from '../../prisma/client.js';
import { countiesToPay, lockBatchesOf, openBatch } from '../../prisma/payment-batches.js';
import { Refused } from '../problem.js';
import type { OfficialWho } from '../who.js';

/**
 * Sends a county's reviewed orders without waiting for the cut-off: a row, which a worker then runs. Repeated, the act
 * finds its batch. Answers its number.
 * @throws Refused OUT_OF_AREA, BATCH_OPEN, NOTHING_TO_SEND
 */
export async function sendBatch(db: Db, who: OfficialWho, actId: string): Promise<string> {
  if (!isOfCounty(who.areaCode)) throw new Refused('OUT_OF_AREA');
  const countyCode = countyOf(who.areaCode);
  return await db.$transaction(async (tx) => {
    await lockBatchesOf(tx, countyCode);
    const known = await tx.paymentBatch.findUnique({ where: { actId } });
    if (known) return known.no;
    if ((await tx.paymentBatch.count({ where: { countyCode, state: 'open' } })) > 0) throw new Refused('BATCH_OPEN');
    if (!(await countiesToPay(tx)).includes(countyCode)) throw new Refused('NOTHING_TO_SEND');
    return await openBatch(tx, countyCode, { createdById: who.id, actId });
  });
}
