import type { Db } from '../../../prisma/client.js';
import { submit } from '../../activities/support/submission.js';

const PROGRAMME = 'pension-premium';

/** A household that was granted a premium for years to come, and is paid this year's; the number of the grant. */
export async function entitledTo(db: Db, householdId: string): Promise<string> {
  const caseNo = await submit(db, { programmeCode: PROGRAMME, householdId });
  const { areaCode, countyCode, programmeCode, quantity } = await db.case.update({
    where: { caseNo },
    data: { running: false, stage: 'closed', outcome: { kind: 'granted', amountFen: 10_000 }, closedAt: new Date() },
  });
  const granted = { decisionNo: '演直〔2026〕8号', quantity, grantedAt: new Date() };
  const next = { nextPeriod: '2099', nextDueAt: new Date('2099-01-01T00:00:00Z'), periodsLeft: 3 };
  await db.entitlement.create({
    data: { ...{ caseNo, householdId, countyCode, areaCode, programmeCode }, ...granted, ...next },
  });
  const run = await submit(db, { programmeCode: PROGRAMME, householdId });
  await db.case.update({ where: { caseNo: run }, data: { entitlementNo: caseNo, period: '2026' } });
  return caseNo;
}
