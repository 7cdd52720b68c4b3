import type { Db, Tx } from '../../prisma/client.js';
import type { ReconciliationModel as Reconciliation } from '../../prisma/generated/models.js';
import { lockDay } from '../../prisma/reconciliation-lock.js';
import { unsettledIn } from '../../prisma/unsettled.js';
import { Refused } from '../problem.js';
import { alreadyDone } from '../queries/already.js';
import { visibleReconciliation } from '../queries/reconciliations.js';
import type { OfficialWho } from '../who.js';

/**
 * 对账签字: a day is signed off once, as it was seen, when nothing of it is unsettled; from then on it stays as it is.
 * A rehearsal county need not wait for the end of the day.
 *
 * @throws Refused NOT_FOUND, OUT_OF_AREA, RECONCILIATION_SIGNED, RECONCILIATION_CHANGED, DAY_NOT_OVER, DISCREPANCY_OPEN
 */
export async function signDay(
  db: Db,
  who: OfficialWho,
  day: { county: string; date: string },
  digest: string,
): Promise<Reconciliation> {
  return await db.$transaction(async (tx) => {
    await lockDay(tx, day.date);
    const row = await visibleReconciliation(tx, who, day);
    const { countyCode, date, complete, signedAt, signedById } = row;
    if (signedAt && signedById === who.id && row.digest === digest) return row;
    if (signedAt) throw await alreadyDone(tx, 'RECONCILIATION_SIGNED', signedById, signedAt);
    if (row.digest !== digest) throw new Refused('RECONCILIATION_CHANGED');
    if (!complete && !(await isRehearsal(tx, countyCode))) throw new Refused('DAY_NOT_OVER');
    if ((await unsettledIn(tx, countyCode, date)) > 0) throw new Refused('DISCREPANCY_OPEN');
    return await tx.reconciliation.update({
      where: { countyCode_date: { countyCode, date } },
      data: { signedById: who.id, signedAt: new Date() },
    });
  });
}

const isRehearsal = async (tx: Tx, countyCode: string): Promise<boolean> =>
  (await tx.county.count({ where: { code: countyCode, rehearsal: true } })) > 0;
