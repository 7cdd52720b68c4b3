import { ofHousehold } from '../prisma/applicant.js';
import { subsidyFen } from '../domain/rules/amounts.js';
import { standardFor } from '../domain/rules/household-standard.js';
import { birthDateOf } from '../domain/rules/identity-number.js';
import { countsOn } from '../domain/rules/resettlement.js';
import type { Application } from '../domain/schemas/application.js';
import type { Prisma } from '../prisma/client.js';
import { programmeVersion } from '../prisma/rules-in-force.js';
import { openColumn } from '../prisma/sealed.js';
import type { Worth } from './contract.js';
import type { World } from './world.js';

const asCounted = { household: { include: { members: true } } } satisfies Prisma.CaseInclude;
type Counted = ReturnType<typeof ofHousehold<Prisma.CaseGetPayload<{ include: typeof asCounted }>>>;

/**
 * 截止日核算: what a case is worth by those who belong to the household on the day of the change. A run keeps the
 * standard it was made with: that of a dividend is no published one.
 */
export async function countAnew(
  { db, keyring }: Pick<World, 'db' | 'keyring'>,
  caseNo: string,
  changeId: string,
): Promise<Worth> {
  const row = ofHousehold(await db.case.findUniqueOrThrow({ where: { caseNo }, include: asCounted }));
  const { occurredOn } = await db.householdChange.findUniqueOrThrow({ where: { id: changeId } });
  const programme = await programmeVersion(db, row.programmeDigest);
  const { movingMembers = [], ...input } = row.input as unknown as Application;
  const key = keyring.unwrap(row.household.wrappedKey);
  const there = membersOn(row, key, occurredOn);
  const moving = there.filter(({ id }) => movingMembers.includes(id));
  const most = movingMembers.length > 0 ? moving.length : programme.measure.counts ? there.length : row.quantity;
  const quantity = Math.min(row.quantity, most);
  const facts = { group: row.household.group, persons: there.length };
  const standard = row.entitlementNo === null ? standardFor(programme.standard, facts) : input.standard;
  return { quantity, amountFen: subsidyFen(standard, quantity) };
}

const membersOn = ({ household }: Counted, key: Uint8Array, day: string) =>
  household.members.filter(({ idNumberSealed, status, statusSince }) =>
    countsOn({ bornOn: birthDateOf(openColumn(key, 'memberIdNumber', idNumberSealed)), status, statusSince }, day),
  );
