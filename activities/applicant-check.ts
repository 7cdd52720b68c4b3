import { isWithin } from '../domain/rules/quantities.js';
import type { Programme } from '../domain/schemas/programme.js';
import { ownedBy } from '../prisma/applicant.js';
import type { Db } from '../prisma/client.js';
import { partsOf, type Share } from '../prisma/commitments.js';
import type { CaseModel } from '../prisma/generated/models.js';
import { firstWith, openAllotments } from '../prisma/ledger/fiscal-year.js';
import type { Finding } from './checked-case.js';

/** What is asked for, whoever applies. */
export function request({ submittedAt, quantity }: CaseModel, { opensAt, closesAt, measure }: Programme): Finding[] {
  const open = new Date(opensAt) <= submittedAt && submittedAt < new Date(closesAt);
  return [!open && 'PROGRAMME_CLOSED', !isWithin(measure, quantity) && 'QUANTITY_OUT_OF_RANGE'];
}

/** What the applicant had before, and what is left to pay it from. */
export async function means(db: Db, row: CaseModel, { period: counts, funding }: Programme): Promise<Finding[]> {
  const { caseNo, personId, countyCode, programmeCode, period, amountFen } = row;
  // Of a personal subsidy only what the same person had counts.
  const others = { ...ownedBy(row), personId, caseNo: { not: caseNo } };
  const granted = { path: ['kind'], equals: 'completed' };
  const paid = await db.case.count({ where: { ...others, programmeCode, period, outcome: granted } });
  const isLow = !(await hasEnough(db, { countyCode, programmeCode }, partsOf(amountFen, funding)));
  return [counts !== 'each' && paid > 0 && 'PAID_THIS_PERIOD', isLow && 'ALLOTMENT_LOW'];
}

/** Whether some allotment of each part has enough left of it. */
async function hasEnough(
  db: Db,
  of: Pick<CaseModel, 'countyCode' | 'programmeCode'>,
  parts: readonly Pick<Share, 'part' | 'fen'>[],
): Promise<boolean> {
  for (const { part, fen } of parts) {
    const ids = (await openAllotments(db, of, part)).map(({ id }) => id);
    if ((await firstWith(db, ids, fen)) === undefined) return false;
  }
  return true;
}

/** What is granted already goes on by itself. */
export async function entitled(db: Db, row: CaseModel): Promise<Finding[]> {
  const { programmeCode, personId } = row;
  const which = { ...ownedBy(row), programmeCode, personId, state: 'active' } as const;
  const active = await db.entitlement.count({ where: which });
  return [active > 0 && 'ENTITLED_ALREADY'];
}

/** What became of money that the applicant had before. 追缴: but for relief of need, nothing is granted before it is back. */
export async function record(db: Db, row: CaseModel, programme: Programme): Promise<Finding[]> {
  const others = { ...ownedBy(row), caseNo: { not: row.caseNo } };
  const owed = await db.recovery.count({ where: { state: 'open', case: others } });
  const misused = await db.review.count({ where: { finding: 'notUsed', case: others } });
  const falsely = { state: { not: 'proposed' }, cause: 'falseClaim', case: others } as const;
  const claimed = await db.recovery.count({ where: falsely });
  return [
    owed > 0 && (programme.despiteClaims ? 'OPEN_CLAIM_RELIEVED' : 'OPEN_CLAIM'),
    misused + claimed > 0 && 'EARLIER_MISUSE',
  ];
}
