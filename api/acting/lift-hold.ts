import type { Db, Tx } from '../../prisma/client.js';
import type { HoldModel as Hold } from '../../prisma/generated/models.js';
import { found, Refused } from '../problem.js';
import { alreadyDone } from '../queries/already.js';
import { withinArea } from '../queries/visible.js';
import type { OfficialWho } from '../who.js';

/**
 * Lifts a hold: not by who placed it, unless he supervises, and by nobody who is related to the household.
 * @throws Refused NOT_FOUND, OUT_OF_AREA, OWN_HOLD, KIN, HOLD_LIFTED with who lifted it and when
 */
export async function liftHold(db: Db, who: OfficialWho, id: string, note: string, takenOver: boolean): Promise<Hold> {
  const hold = found(await db.hold.findUnique({ where: { id } }));
  withinArea(who, hold.countyCode);
  if (hold.byId === who.id && !who.roles.includes('countySupervisor')) throw new Refused('OWN_HOLD');
  if (await isKin(db, who, hold)) throw new Refused('KIN');
  const { count } = await db.hold.updateMany({
    where: { id, liftedAt: null },
    data: { liftedById: who.id, liftedAt: new Date(), liftNote: note },
  });
  const lifted = await db.hold.findUniqueOrThrow({ where: { id } });
  const isHis = takenOver && lifted.liftedById === who.id && lifted.liftNote === note;
  if (count === 0 && !isHis) throw await alreadyDone(db, 'HOLD_LIFTED', lifted.liftedById, lifted.liftedAt!);
  return lifted;
}

async function isKin(tx: Tx, who: OfficialWho, { kind, subject }: Hold): Promise<boolean> {
  if (kind === 'batch') return false;
  const household = {
    case: { cases: { some: { caseNo: subject } } },
    household: { id: subject },
    account: { accounts: { some: { numberHash: subject } } },
  }[kind];
  return (await tx.kinship.count({ where: { officialId: who.id, household } })) > 0;
}
