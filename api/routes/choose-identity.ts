import type { Handler } from '../handler.js';
import { found } from '../problem.js';
import { candidatesOf } from '../session/candidates.js';
import { openSession } from '../session/open-session.js';

export const chooseIdentity: Handler<'chooseIdentity'> = async ({ body, session }, deps) => {
  const phoneHash = found(session.current?.phoneHash);
  const candidates = await candidatesOf(deps, phoneHash);
  const { kind, id } = found(candidates.find((candidate) => candidate.id === body.id));
  return { status: 200, body: await openSession(deps, session, { kind, id, phoneHash }) };
};
