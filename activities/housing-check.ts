import { type HouseState, measureOf } from '../domain/rules/homestead.js';
import { birthDateOf } from '../domain/rules/identity-number.js';
import { countsOn } from '../domain/rules/resettlement.js';
import { shanghaiDate } from '../domain/rules/working-days.js';
import type { Application } from '../domain/schemas/application.js';
import type { Programme } from '../domain/schemas/programme.js';
import type { Db } from '../prisma/client.js';
import { householdKey } from '../prisma/household.js';
import { policyVersion } from '../prisma/rules-in-force.js';
import { openColumn } from '../prisma/sealed.js';
import type { CheckedCase, Finding } from './checked-case.js';
import type { World } from './world.js';

/** What stands in the way of renovating or relocating a household's homestead. */
export async function housing(world: World, row: CheckedCase, { workflow }: Programme): Promise<Finding[]> {
  if (!measureOf(workflow)) return [];
  return [...(await homesteads(world.db, row)), ...(await headcount(world, row))];
}

/** One household, one homestead: what was done for a member with another household. */
async function homesteads(db: Db, { householdId, household }: CheckedCase): Promise<Finding[]> {
  const idNumbers = household.members.filter(({ status }) => status === 'present').map((m) => m.idNumberHash);
  const elsewhere = await db.house.findMany({
    where: {
      householdId: { not: householdId },
      household: { members: { some: { idNumberHash: { in: idNumbers } } } },
    },
    select: { state: true },
  });
  const any = (...states: readonly HouseState[]) => elsewhere.some(({ state }) => states.includes(state));
  return [
    any('renovating', 'renovated', 'housedOtherwise') && 'MEMBER_HOUSE_RENOVATED',
    any('relocating', 'relocated') && 'MEMBER_RELOCATED',
  ];
}

/** 截止日在册人口: whether everybody who is to move counts on the county's date. */
async function headcount({ db, keyring }: World, row: CheckedCase): Promise<Finding[]> {
  const { movingMembers = [] } = row.input as unknown as Application;
  if (movingMembers.length === 0) return [];
  const { housing } = await policyVersion(db, row.policyDigest);
  const cutOff = housing.headcountOn ?? shanghaiDate(row.submittedAt.getTime());
  const key = await householdKey(db, keyring, row.householdId);
  const counted = row.household.members.filter(
    ({ id, idNumberSealed, ...member }) =>
      movingMembers.includes(id) &&
      countsOn({ ...member, bornOn: birthDateOf(openColumn(key, 'memberIdNumber', idNumberSealed)) }, cutOff),
  );
  return [counted.length < movingMembers.length && 'HEADCOUNT_DIFFERS'];
}
