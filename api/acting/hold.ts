import { countyOf } from '../../domain/rules/county-of.js';
import type { NewHold } from '../../domain/schemas/holds.js';
import type { Db, Tx } from '../../prisma/client.js';
import type { HoldModel as Hold } from '../../prisma/generated/models.js';
import { type HoldSubject, ordersOnTheirWay, placeHold } from '../../prisma/holds.js';
import { uuidFor } from '../../platform/digest.js';
import { found } from '../problem.js';
import { alreadyDone } from '../queries/already.js';
import { withinArea } from '../queries/visible.js';
import type { OfficialWho } from '../who.js';

interface Meant extends HoldSubject {
  readonly countyCode: string;
}

interface Stopped {
  readonly hold: Hold;
  /** References of orders that had not left, and of those that had. */
  readonly stopped: readonly string[];
  readonly onTheirWay: readonly string[];
}

/**
 * 暂停支付. Repeated, the act finds its hold.
 * @throws Refused NOT_FOUND, OUT_OF_AREA, HOLD_THERE
 */
export async function hold(db: Db, who: OfficialWho, actId: string, said: NewHold): Promise<Stopped> {
  const id = uuidFor(actId, 'hold');
  const { reasonCode, note } = said;
  return await db.$transaction(async (tx) => {
    const subject = await subjectOf(tx, who, said);
    const placed = await placeHold(tx, { ...subject, id, reasonCode, note, byId: who.id });
    if (!placed.isNew && placed.hold.id !== id)
      throw await alreadyDone(tx, 'HOLD_THERE', placed.hold.byId, placed.hold.at);
    const references = (orders: readonly { reference: string }[]) => orders.map(({ reference }) => reference);
    return {
      hold: placed.hold,
      stopped: references(placed.waiting),
      onTheirWay: references(await ordersOnTheirWay(tx, subject)),
    };
  });
}

/** What is meant, and whose county it is. @throws Refused NOT_FOUND, OUT_OF_AREA */
async function subjectOf(tx: Tx, who: OfficialWho, said: NewHold): Promise<Meant> {
  switch (said.kind) {
    case 'case': {
      const row = found(await tx.case.findUnique({ where: { caseNo: said.caseNo } }));
      withinArea(who, row.areaCode);
      return { kind: 'case', subject: row.caseNo, countyCode: row.countyCode };
    }
    case 'household': {
      const row = found(await tx.household.findUnique({ where: { registerNo: said.registerNo } }));
      withinArea(who, row.villageCode);
      return { kind: 'household', subject: row.id, countyCode: countyOf(row.villageCode) };
    }
    case 'account': {
      const { reference } = said;
      const order = found(await tx.payment.findUnique({ where: { reference }, include: { case: true } }));
      withinArea(who, order.case.areaCode);
      const where = { where: { id: order.accountId } };
      const account = (await tx.account.findUnique(where)) ?? (await tx.payeeAccount.findUniqueOrThrow(where));
      return { kind: 'account', subject: account.numberHash, countyCode: order.case.countyCode };
    }
    case 'batch': {
      const row = found(await tx.paymentBatch.findUnique({ where: { no: said.batchNo } }));
      withinArea(who, row.countyCode);
      return { kind: 'batch', subject: row.no, countyCode: row.countyCode };
    }
  }
}
