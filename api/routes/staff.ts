import { hash } from '@node-rs/argon2';
import * as acting from '../acting/staff.js';
import type { Handler } from '../handler.js';
import { Refused } from '../problem.js';
import { officeOf, officePage, staffOf, staffPage } from '../queries/staff.js';
import { officialWith } from '../session/password.js';

const enterArea: Handler<'enterArea'> = async ({ who, body, takenOver }, { db }) => {
  await acting.enterArea(db, who, body, takenOver);
  return { status: 201, body };
};

const listOffices: Handler<'listOffices'> = async ({ who, query }, { db }) => ({
  ...{ status: 200, body: await officePage(db, who, query) },
});

const enterOffice: Handler<'enterOffice'> = async ({ who, body, actId }, deps) => {
  const id = await acting.enterOffice(deps, who, actId, body);
  return { status: 201, body: await officeOf(deps.db, who, id), location: `/api/offices/${id}` };
};

const changeOffice: Handler<'changeOffice'> = async ({ who, params: { id }, body: { name } }, deps) => {
  await officeOf(deps.db, who, id);
  await acting.renameOffice(deps, id, name);
  return { status: 200, body: await officeOf(deps.db, who, id) };
};

const listStaff: Handler<'listStaff'> = async ({ who, query }, { db }) => ({
  ...{ status: 200, body: await staffPage(db, who, query) },
});

const enterOfficial: Handler<'enterOfficial'> = async ({ who, body, takenOver }, deps) => {
  const id = await acting.enterOfficial(deps, who, body, takenOver);
  return { status: 201, body: await staffOf(deps.db, who, id), location: `/api/staff/${id}` };
};

const changeOfficial: Handler<'changeOfficial'> = async ({ who, params: { id }, body }, deps) => {
  await acting.changeOfficial(deps, who, id, body);
  return { status: 200, body: await staffOf(deps.db, who, id) };
};

const givePassword: Handler<'givePassword'> = async ({ who, params: { id }, body: { password } }, { db }) => {
  await acting.givePassword(db, who, id, password);
  return { status: 204, body: undefined };
};

/** By the present one: a desk that was left open is not enough. */
const changeOwnPassword: Handler<'changeOwnPassword'> = async ({ who, body: { current, password } }, deps) => {
  const { db, limits } = deps;
  const { login } = await db.official.findUniqueOrThrow({ where: { id: who.id } });
  await limits.take('passwordLogin', login);
  if ((await officialWith(db, login, current)) === undefined) throw new Refused('WRONG_CREDENTIALS');
  await limits.giveBack('passwordLogin', login);
  await db.official.update({ where: { id: who.id }, data: { passwordHash: await hash(password) } });
  return { status: 204, body: undefined };
};

/** The handlers of areas, offices and the accounts of officials. */
export const staffHandlers = {
  ...{ enterArea, listOffices, enterOffice, changeOffice, listStaff },
  ...{ enterOfficial, changeOfficial, givePassword, changeOwnPassword },
};
