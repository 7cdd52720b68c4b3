import type { Db } from '../../prisma/client.js';
import type { DiscrepancyModel as Discrepancy } from '../../prisma/generated/models.js';
import { alreadyDone } from '../queries/already.js';
import { visibleDiscrepancy } from '../queries/discrepancies.js';
import type { OfficialWho } from '../who.js';

interface Settling {
  readonly id: string;
  readonly settlement: string;
  /** The same act was begun before: what it did is found again. */
  readonly takenOver: boolean;
}

/**
 * Settles a discrepancy, once: what was found out and done. It moves no money.
 * @throws Refused NOT_FOUND, OUT_OF_AREA, DISCREPANCY_SETTLED with who settled it and when
 */
export async function settleDiscrepancy(
  db: Db,
  who: OfficialWho,
  { id, settlement, takenOver }: Settling,
): Promise<Discrepancy> {
  await visibleDiscrepancy(db, who, id);
  const { count } = await db.discrepancy.updateMany({
    where: { id, settledAt: null },
    data: { settledById: who.id, settledAt: new Date(), settlement },
  });
  const settled = await db.discrepancy.findUniqueOrThrow({ where: { id } });
  const isHis = takenOver && settled.settledById === who.id && settled.settlement === settlement;
  if (count === 0 && !isHis)
    throw await alreadyDone(db, 'DISCREPANCY_SETTLED', settled.settledById, settled.settledAt!);
  return settled;
}
