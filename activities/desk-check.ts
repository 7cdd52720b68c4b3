import { ofHousehold } from '../prisma/applicant.js';
import { ineligibility } from '../domain/rules/eligibility.js';
import { isPersonal } from '../domain/rules/personal.js';
import { isWithin } from '../domain/rules/quantities.js';
import type { Programme } from '../domain/schemas/programme.js';
import { isOfHelperOrOfficial } from '../prisma/account-hash.js';
import type { Db } from '../prisma/client.js';
import { eligibilityFacts } from '../prisma/eligibility-facts.js';
import { partsOf, type Share } from '../prisma/commitments.js';
import { firstWith, openAllotments } from '../prisma/ledger/fiscal-year.js';
import { programmeVersion } from '../prisma/rules-in-force.js';
import { asChecked, type CheckedCase, type Finding } from './checked-case.js';
import type { DeskCheck } from './contract.js';
import { housing } from './housing-check.js';
import type { World } from './world.js';

/** 扶贫办初核: the desk work. Compares an application with the register and the other databases as of now. */
export async function deskCheck(world: World, caseNo: string): Promise<DeskCheck> {
  const { db } = world;
  const row = ofHousehold(await db.case.findUniqueOrThrow({ where: { caseNo }, include: asChecked }));
  const programme = await programmeVersion(db, row.programmeDigest);
  const findings: Finding[] = [
    ...ineligibility(programme.eligible, await eligibilityFacts(db, row.household, row.personId)),
    ...request(row, programme),
    ...members(row, programme),
    ...person(row, programme),
    ...kin(row),
    ...(await countedTwice(db, row)),
    ...(await account(db, row)),
    ...(await means(db, row, programme)),
    ...(await entitled(db, row)),
    ...(await record(db, row, programme)),
    ...(await housing(world, row, programme)),
  ];
  return {
    findings: findings.filter((code) => code !== false),
    recused: row.household.kin.flatMap(({ officialId }) => officialId ?? []),
  };
}

function request({ submittedAt, quantity }: CheckedCase, { opensAt, closesAt, measure }: Programme): Finding[] {
  const open = new Date(opensAt) <= submittedAt && submittedAt < new Date(closesAt);
  return [!open && 'PROGRAMME_CLOSED', !isWithin(measure, quantity) && 'QUANTITY_OUT_OF_RANGE'];
}

function members({ household, quantity }: CheckedCase, { measure }: Programme): Finding[] {
  const present = household.members.filter(({ status }) => status === 'present');
  const head = household.members.find(({ position }) => position === 1);
  return [
    head?.status !== 'present' && 'HEAD_NOT_PRESENT',
    present.length < household.members.length && 'MEMBER_DEAD_OR_DEPARTED',
    measure.counts === 'members' && quantity > present.length && 'MORE_THAN_MEMBERS',
  ];
}

/** Whom a personal subsidy is for. */
function person({ household, personId }: CheckedCase, programme: Programme): Finding[] {
  const isPresent = household.members.some(({ id, status }) => id === personId && status === 'present');
  return [isPersonal(programme) && !isPresent && 'PERSON_NOT_PRESENT'];
}

function kin({ household }: CheckedCase): Finding[] {
  return [
    household.kin.some(({ officialId }) => officialId) && 'RELATIVE_OF_OFFICIAL',
    household.kin.some(({ villageCommittee }) => villageCommittee) && 'RELATIVE_ON_VILLAGE_COMMITTEE',
  ];
}

async function countedTwice(db: Db, { householdId, household }: CheckedCase): Promise<Finding[]> {
  const idNumbers = household.members.filter(({ status }) => status === 'present').map((m) => m.idNumberHash);
  const elsewhere = await db.member.count({
    where: {
      ...{ idNumberHash: { in: idNumbers }, householdId: { not: householdId }, status: 'present' },
      household: { standing: { in: ['registered', 'observation'] } },
    },
  });
  return [elsewhere > 0 && 'MEMBER_IN_TWO_HOUSEHOLDS'];
}

async function account(db: Db, { householdId, household }: CheckedCase): Promise<Finding[]> {
  const present = household.members.filter(({ status }) => status === 'present').map(({ id }) => id);
  const current = household.accounts.find((candidate) => candidate.current && present.includes(candidate.memberId));
  if (!current) return ['NO_ACCOUNT'];
  const { numberHash } = current;
  const shared = await db.account.count({ where: { numberHash, current: true, householdId: { not: householdId } } });
  return [
    shared > 0 && 'ACCOUNT_SHARED',
    (await isOfHelperOrOfficial(db, numberHash)) && 'ACCOUNT_OF_HELPER_OR_OFFICIAL',
  ];
}

/** What the household had before, and what is left to pay it from. */
async function means(db: Db, row: CheckedCase, { period: counts, funding }: Programme): Promise<Finding[]> {
  const { caseNo, householdId, personId, countyCode, programmeCode, period, amountFen } = row;
  // Of a personal subsidy only what the same person had counts.
  const others = { householdId, personId, caseNo: { not: caseNo } };
  const granted = { path: ['kind'], equals: 'completed' };
  const paid = await db.case.count({ where: { ...others, programmeCode, period, outcome: granted } });
  const isLow = !(await hasEnough(db, { countyCode, programmeCode }, partsOf(amountFen, funding)));
  return [counts !== 'each' && paid > 0 && 'PAID_THIS_PERIOD', isLow && 'ALLOTMENT_LOW'];
}

/** Whether some allotment of each part has enough left of it. */
async function hasEnough(
  db: Db,
  of: Pick<CheckedCase, 'countyCode' | 'programmeCode'>,
  parts: readonly Pick<Share, 'part' | 'fen'>[],
): Promise<boolean> {
  for (const { part, fen } of parts) {
    const ids = (await openAllotments(db, of, part)).map(({ id }) => id);
    if ((await firstWith(db, ids, fen)) === undefined) return false;
  }
  return true;
}

/** What is granted already goes on by itself. */
async function entitled(db: Db, { householdId, programmeCode, personId }: CheckedCase): Promise<Finding[]> {
  const active = await db.entitlement.count({ where: { householdId, programmeCode, personId, state: 'active' } });
  return [active > 0 && 'ENTITLED_ALREADY'];
}

/** What became of money that the household had before. 追缴: but for relief of need, nothing is granted before it is back. */
async function record(db: Db, { caseNo, householdId }: CheckedCase, programme: Programme): Promise<Finding[]> {
  const others = { householdId, caseNo: { not: caseNo } };
  const owed = await db.recovery.count({ where: { state: 'open', case: others } });
  const misused = await db.review.count({ where: { finding: 'notUsed', case: others } });
  const falsely = { state: { not: 'proposed' }, cause: 'falseClaim', case: others } as const;
  const claimed = await db.recovery.count({ where: falsely });
  return [
    owed > 0 && (programme.despiteClaims ? 'OPEN_CLAIM_RELIEVED' : 'OPEN_CLAIM'),
    misused + claimed > 0 && 'EARLIER_MISUSE',
  ];
}
