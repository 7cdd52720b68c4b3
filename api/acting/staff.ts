import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import type { NewArea, NewOffice, NewOfficial, OfficialChange } from '../../domain/schemas/staff.js';
import { uuidFor } from '../../platform/digest.js';
import type { Db, Tx } from '../../prisma/client.js';
import { logRegister } from '../../prisma/log-register.js';
import { found, Refused } from '../problem.js';
import { withinArea } from '../queries/visible.js';
import type { OfficialWho } from '../who.js';

/** Digits of a level below that of what it lies in. */
const STEP = 3;

/** A township of the county, or a village of a township that is entered. @throws Refused OUT_OF_AREA, NOT_FOUND, AREA_KNOWN */
export async function enterArea(db: Db, who: OfficialWho, { code, name }: NewArea, takenOver: boolean): Promise<void> {
  withinArea(who, code);
  const parentCode = code.slice(0, -STEP);
  found(await db.area.findUnique({ where: { code: parentCode } }));
  const level = code.length === 9 ? 'township' : 'village';
  const { count } = await db.area.createMany({ data: { code, name, level, parentCode }, skipDuplicates: true });
  if (count === 0 && !takenOver) throw new Refused('AREA_KNOWN');
}

/** Repeated, the act finds its office. Answers its ID. @throws Refused OUT_OF_AREA, NOT_FOUND */
export async function enterOffice(
  db: Db,
  who: OfficialWho,
  actId: string,
  { name, kind, area }: NewOffice,
): Promise<string> {
  await mustBeArea(db, who, area);
  const id = uuidFor(actId, 'office');
  await inRegister(db, (tx) =>
    tx.office.createMany({ data: { id, name, kind, areaCode: area }, skipDuplicates: true }),
  );
  return id;
}

/** Whoever may see the office gives it another name. */
export async function renameOffice(db: Db, id: string, name: string): Promise<void> {
  await inRegister(db, (tx) => tx.office.update({ where: { id }, data: { name } }));
}

/** Has no password until one is given. Answers the ID, which is the login. @throws Refused NOT_FOUND, OUT_OF_AREA, LOGIN_TAKEN */
export async function enterOfficial(
  db: Db,
  who: OfficialWho,
  { login, ...post }: NewOfficial,
  takenOver: boolean,
): Promise<string> {
  await mustBePost(db, who, post);
  const { officeId, area: areaCode, name, roles, email } = post;
  const row = { id: login, login, name, officeId, areaCode, roles, email: email ?? null };
  const passwordHash = await hash(randomUUID());
  const data = { ...row, passwordHash };
  const { count } = await inRegister(db, (tx) => tx.official.createMany({ data, skipDuplicates: true }));
  if (count === 0 && !takenOver) throw new Refused('LOGIN_TAKEN');
  return login;
}

/** @throws Refused NOT_FOUND, OUT_OF_AREA, OWN_ACCOUNT */
export async function changeOfficial(db: Db, who: OfficialWho, id: string, post: OfficialChange): Promise<void> {
  await mustBeAnother(db, who, id);
  await mustBePost(db, who, post);
  const { officeId, area: areaCode, name, roles, email, active } = post;
  const data = { officeId, areaCode, name, roles, active, email: email ?? null };
  await inRegister(db, (tx) => tx.official.update({ where: { id }, data }));
}

/** @throws Refused NOT_FOUND, OUT_OF_AREA, OWN_ACCOUNT */
export async function givePassword(db: Db, who: OfficialWho, id: string, password: string): Promise<void> {
  await mustBeAnother(db, who, id);
  await db.official.update({ where: { id }, data: { passwordHash: await hash(password) } });
}

/** A change of the register of officials and offices, logged with it. */
async function inRegister<T>(db: Db, change: (tx: Tx) => Promise<T>): Promise<T> {
  return await db.$transaction(async (tx) => {
    const changed = await change(tx);
    await logRegister(tx);
    return changed;
  });
}

async function mustBeAnother(tx: Tx, who: OfficialWho, id: string): Promise<void> {
  const { areaCode } = found(await tx.official.findUnique({ where: { id } }));
  withinArea(who, areaCode);
  if (id === who.id) throw new Refused('OWN_ACCOUNT');
}

async function mustBePost(tx: Tx, who: OfficialWho, { officeId, area }: { officeId: string; area: string }) {
  const office = found(await tx.office.findUnique({ where: { id: officeId } }));
  withinArea(who, office.areaCode);
  await mustBeArea(tx, who, area);
}

async function mustBeArea(tx: Tx, who: OfficialWho, code: string): Promise<void> {
  withinArea(who, code);
  found(await tx.area.findUnique({ where: { code } }));
}
