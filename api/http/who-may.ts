import type { Request } from 'express';
import type { Role } from '../../domain/rules/roles.js';
import type { Route } from '../../domain/routes/route.js';
import type { Deps } from '../deps.js';
import { Refused } from '../problem.js';
import { whoIs } from '../session/identity.js';
import { rolesHeldBy, type Who } from '../who.js';

/** Who calls, if he may. @throws Refused NOT_SIGNED_IN, NOT_ALLOWED */
export async function whoMay({ who: allowed, standIn }: Route, request: Request, deps: Deps): Promise<Who | undefined> {
  if (allowed === 'public') return undefined;
  const signedIn = request.session.signedIn;
  const who = signedIn && (await whoIs(deps, signedIn));
  if (!who) throw new Refused('NOT_SIGNED_IN');
  const held: readonly Role[] = standIn ? rolesHeldBy(who) : who.roles;
  if (allowed !== 'signedIn' && !held.some((role) => allowed.includes(role))) throw new Refused('NOT_ALLOWED');
  return who;
}
