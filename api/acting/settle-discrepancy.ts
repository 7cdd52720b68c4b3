import { DISCREPANCY_HOLD } from '../../domain/texts/discrepancies.js';
import type { Db, Tx } from '../../prisma/client.js';
import type { CaseModel, DiscrepancyModel as Discrepancy } from '../../prisma/generated/models.js';
import { isRelated } from '../../prisma/kin.js';
import { lockCase } from '../../prisma/lock-case.js';
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
 * Settles a discrepancy, once: what was found out and done. It moves no money; with the last one of a case the hold that
 * was placed because of it is lifted, unless whoever settles it is related to the household.
 * @throws Refused NOT_FOUND, OUT_OF_AREA, DISCREPANCY_SETTLED with who settled it and when
 */
export async function settleDiscrepancy(
  db: Db,
  who: OfficialWho,
  { id, settlement, takenOver }: Settling,
): Promise<Discrepancy> {
  const { reference } = await visibleDiscrepancy(db, who, id);
  return await db.$transaction(async (tx) => {
    const row = reference === null ? null : await tx.case.findFirst({ where: { payments: { some: { reference } } } });
    if (row) await lockCase(tx, row.caseNo);
    const { count } = await tx.discrepancy.updateMany({
      where: { id, settledAt: null },
      data: { settledById: who.id, settledAt: new Date(), settlement },
    });
    const settled = await tx.discrepancy.findUniqueOrThrow({ where: { id } });
    const isHis = takenOver && settled.settledById === who.id && settled.settlement === settlement;
    if (count === 0 && !isHis)
      throw await alreadyDone(tx, 'DISCREPANCY_SETTLED', settled.settledById, settled.settledAt!);
    if (row && count > 0) await liftItsHold(tx, who, row, settlement);
    return settled;
  });
}

/** Nothing is doubtful any more: what the system had stopped goes on. */
async function liftItsHold(tx: Tx, who: OfficialWho, { caseNo, householdId }: CaseModel, liftNote: string) {
  const orders = await tx.payment.findMany({ where: { caseNo }, select: { reference: true } });
  const references = orders.map(({ reference }) => reference);
  const doubtful = await tx.discrepancy.count({ where: { reference: { in: references }, settledAt: null } });
  if (doubtful > 0 || (await isRelated(tx, who.id, householdId))) return;
  await tx.hold.updateMany({
    where: { kind: 'case', subject: caseNo, byId: null, liftedAt: null, ...DISCREPANCY_HOLD },
    data: { liftedById: who.id, liftedAt: new Date(), liftNote },
  });
}
