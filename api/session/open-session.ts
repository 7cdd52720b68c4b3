import type { SessionView } from '../../domain/schemas/session.js';
import type { Deps } from '../deps.js';
import { Refused } from '../problem.js';
import { type SignedIn, whoIs } from './identity.js';
import type { SessionControl } from './session.js';
import { sessionView } from './session-view.js';

/** Makes a session, with a new ID, of a proved identity. @throws Refused WRONG_CREDENTIALS for one that is no more */
export async function openSession(deps: Deps, session: SessionControl, signedIn: SignedIn): Promise<SessionView> {
  const who = await whoIs(deps, signedIn);
  if (!who) throw new Refused('WRONG_CREDENTIALS');
  await session.open(signedIn);
  return await sessionView(deps, who, signedIn);
}
