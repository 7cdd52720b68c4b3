import { reserve } from '../../../activities/reserve.js';
import { setOff } from '../../../activities/set-off.js';
import { moveCommitment } from '../../../prisma/commitments.js';
import { openMessage } from '../../../prisma/outbox.js';
import { submit } from '../../activities/support/submission.js';
import type { ApiAlone } from './api.js';
import { orderedCase } from './ordered-case.js';

/** What was paid in a case of which all is claimed. */
export const PAID = 70_000;
/** What another case of the household is to pay. */
export const PAYS = 60_000;

/** Households that owe and are paid: the money alone. */
export const owing = (api: ApiAlone) => ({
  /** A claim in force for what was paid in a case of a household. */
  claimed: async (householdId: string, amountFen = PAID): Promise<string> => {
    const caseNo = await orderedCase(api, { householdId, state: 'credited' });
    await api.db.recovery.create({
      data: {
        ...{ caseNo, amountFen, cause: 'falseClaim', state: 'open', signedAt: new Date() },
        ...{ openedById: 'yl-oversight-1', signedById: 'yl-justice-1' },
      },
    });
    return caseNo;
  },

  /** A case with its money committed. */
  paying: async (householdId: string, programmeCode = 'poultry', amountFen = PAYS): Promise<string> => {
    const caseNo = await submit(api.db, { programmeCode, householdId });
    await reserve(api.world, caseNo, amountFen);
    await api.db.$transaction((tx) => moveCommitment(tx, caseNo, 'committed', { key: `${caseNo}/case/1` }));
    return caseNo;
  },

  keepBack: (caseNo: string, amountFen = PAYS) => setOff(api.world, { caseNo, reference: `${caseNo}-P1`, amountFen }),

  /** What a household was told by text message, in order. */
  toldTo: async (householdId: string): Promise<string[]> => {
    const cases = await api.db.case.findMany({ where: { householdId } });
    const rows = await api.db.outboxMessage.findMany({
      where: { channel: 'sms', OR: cases.map(({ caseNo }) => ({ dedupeKey: { startsWith: caseNo } })) },
      orderBy: { createdAt: 'asc' },
    });
    return rows.map((row) => openMessage(api.keyring, row).text);
  },
});
