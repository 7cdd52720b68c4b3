import { ofHousehold } from '../prisma/applicant.js';
import { ineligibility } from '../domain/rules/eligibility.js';
import { isPersonal } from '../domain/rules/personal.js';
import type { Programme } from '../domain/schemas/programme.js';
import { isOfHelperOrOfficial } from '../prisma/account-hash.js';
import type { Db } from '../prisma/client.js';
import { eligibilityFacts } from '../prisma/eligibility-facts.js';
import { programmeVersion } from '../prisma/rules-in-force.js';
import { entitled, means, record, request } from './applicant-check.js';
import { asChecked, type CheckedCase, type Finding, onlyFound } from './checked-case.js';
import { collectiveFindings } from './collective-check.js';
import type { DeskCheck } from './contract.js';
import { housing } from './housing-check.js';
import type { World } from './world.js';

/** 扶贫办初核: the desk work. Compares an application with the register and the other databases as of now. */
export async function deskCheck(world: World, caseNo: string): Promise<DeskCheck> {
  const { db } = world;
  const found = await db.case.findUniqueOrThrow({ where: { caseNo }, include: asChecked });
  const programme = await programmeVersion(db, found.programmeDigest);
  if (found.payeeId !== null) return { findings: await collectiveFindings(db, found, programme), recused: [] };
  const row = ofHousehold(found);
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
    findings: onlyFound(findings),
    recused: row.household.kin.flatMap(({ officialId }) => officialId ?? []),
  };
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
