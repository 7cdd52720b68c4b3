import type { Handler } from '../handler.js';
import { Refused } from '../problem.js';
import { openSession } from '../session/open-session.js';
import { officialWith } from '../session/password.js';

export const signInOfficial: Handler<'signInOfficial'> = async ({ body: { login, password }, ip, session }, deps) => {
  await deps.limits.take('passwordAddress', ip);
  await deps.limits.take('passwordLogin', login);
  const id = await officialWith(deps.db, login, password);
  if (id === undefined) throw new Refused('WRONG_CREDENTIALS');
  await deps.limits.giveBack('passwordAddress', ip);
  await deps.limits.giveBack('passwordLogin', login);
  return { status: 200, body: await openSession(deps, session, { kind: 'official', id }) };
};
