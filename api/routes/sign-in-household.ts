import type { Handler } from '../handler.js';
import { Refused } from '../problem.js';
import { candidatesOf } from '../session/candidates.js';
import { useCode } from '../session/code.js';
import { openSession } from '../session/open-session.js';

export const signInHousehold: Handler<'signInHousehold'> = async ({ body: { phone, code }, ip, session }, deps) => {
  await deps.limits.take('codeSignInAddress', ip);
  const phoneHash = deps.keyring.lookup('phone', phone);
  if (!(await useCode(deps, phoneHash, code))) throw new Refused('WRONG_CREDENTIALS');
  const [first] = await candidatesOf(deps, phoneHash);
  if (!first) throw new Refused('WRONG_CREDENTIALS');
  return { status: 200, body: await openSession(deps, session, { kind: first.kind, id: first.id, phoneHash }) };
};
