import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import type { NewArea, NewOffice, NewOfficial, OfficialChange } from '../../domain/schemas/staff.js';
import { uuidFor } from '../../platform/digest.js';
import type { Db, Tx } from '../../prisma/client.js';
import { lastLogged } from '../../prisma/log-entries.js';
import { logRegister } from '../../prisma/log-register.js';
import { officeLeaf, officialLeaf } from '../../prisma/register-now.js';
import { registerSigner } from '../../proof/signed-register.js';
import type { Deps } from '../deps.js';
import { found, Refused } from '../problem.js';
import { withinArea } from '../queries/visible.js';
import type { OfficialWho } from '../who.js';
import { actsSigner } from './acts-signer.js';

type Ground = Pick<Deps, 'db' | 'keyring'>;

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
  ground: Ground,
  who: OfficialWho,
  actId: string,
  { name, kind, area }: NewOffice,
): Promise<string> {
  await mustBeArea(ground.db, who, area);
  const id = uuidFor(actId, 'office');
  const data = { id, name, kind, areaCode: area };
  await inRegister(ground, async (tx) =>
    (await tx.office.createManyAndReturn({ data, skipDuplicates: true })).map(officeLeaf),
  );
  return id;
}

/** Whoever may see the office gives it another name. */
export async function renameOffice(ground: Ground, id: string, name: string): Promise<void> {
  await inRegister(ground, async (tx) => {
    const row = officeLeaf(await tx.office.update({ where: { id }, data: { name } }));
    return [{ ...((await lastLogged(tx, 'office', id)) ?? row), name }];
  });
}

/** Has no password until one is given. Answers the ID, which is the login. @throws Refused NOT_FOUND, OUT_OF_AREA, LOGIN_TAKEN */
export async function enterOfficial(
  ground: Ground,
  who: OfficialWho,
  { login, ...post }: NewOfficial,
  takenOver: boolean,
): Promise<string> {
  await mustBePost(ground.db, who, post);
  const { officeId, area: areaCode, name, roles, email } = post;
  const row = { id: login, login, name, officeId, areaCode, roles, email: email ?? null };
  const passwordHash = await hash(randomUUID());
  const data = { ...row, passwordHash };
  const entered = await inRegister(ground, async (tx) =>
    (await tx.official.createManyAndReturn({ data, skipDuplicates: true })).map(officialLeaf),
  );
  if (!entered && !takenOver) throw new Refused('LOGIN_TAKEN');
  return login;
}

/** @throws Refused NOT_FOUND, OUT_OF_AREA, OWN_ACCOUNT */
export async function changeOfficial(
  ground: Ground,
  who: OfficialWho,
  id: string,
  post: OfficialChange,
): Promise<void> {
  await mustBeAnother(ground.db, who, id);
  await mustBePost(ground.db, who, post);
  const { officeId, area: areaCode, name, roles, email, active } = post;
  const data = { officeId, areaCode, name, roles, active, email: email ?? null };
  await inRegister(ground, async (tx) => [officialLeaf(await tx.official.update({ where: { id }, data }))]);
}

/** @throws Refused NOT_FOUND, OUT_OF_AREA, OWN_ACCOUNT */
export async function givePassword(db: Db, who: OfficialWho, id: string, password: string): Promise<void> {
  await mustBeAnother(db, who, id);
  await db.official.update({ where: { id }, data: { passwordHash: await hash(password) } });
}

/** A change of the register of officials and offices, logged with it: what it answers. Whether it changed anything. */
async function inRegister(
  { db, keyring }: Ground,
  change: (tx: Tx) => Promise<Parameters<typeof logRegister>[2]>,
): Promise<boolean> {
  const sign = registerSigner(actsSigner(keyring));
  return await db.$transaction(async (tx) => {
    const changed = await change(tx);
    await logRegister(tx, sign, changed);
    return changed.length > 0;
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
