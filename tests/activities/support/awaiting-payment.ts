import type { RunningCases } from '../../../platform/running-cases.js';
import type { Db } from '../../../prisma/client.js';
import { eventually } from '../../support/eventually.js';
import { actAt } from './acting.js';
import { submit } from './submission.js';

/** A case that went the whole way to its payment order, on real servers; its programme pays straight after the notice. */
export async function awaitingPayment(county: { db: Db; cases: RunningCases }, householdId: string): Promise<string> {
  const { db } = county;
  const caseNo = await submit(db, { programmeCode: 'home-processing', householdId });
  await actAt(county, caseNo, 'initialCheck', 'pass');
  await actAt(county, caseNo, 'townshipVerification', 'pass');
  await actAt(county, caseNo, 'projectApproval', 'pass');
  await actAt(county, caseNo, 'noticePosting', 'posted');
  await actAt(county, caseNo, 'publicNotice', 'takenDown');
  await eventually(
    () => db.task.findFirst({ where: { caseNo, stage: 'paymentPreparation', closedAt: null } }),
    (task) => task !== null,
  );
  return caseNo;
}
