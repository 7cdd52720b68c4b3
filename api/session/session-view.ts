import type { Identity, SessionView } from '../../domain/schemas/session.js';
import type { Deps } from '../deps.js';
import { areaName } from '../../prisma/areas.js';
import type { Who } from '../who.js';
import { candidatesOf } from './candidates.js';
import type { SignedIn } from './identity.js';

/** What the session's own person sees of it. */
export async function sessionView(deps: Deps, who: Who, signedIn: SignedIn): Promise<SessionView> {
  const area = { code: who.areaCode, name: await areaName(deps.db, who.areaCode) };
  const roles = [...who.roles];
  if (who.kind === 'official') {
    const identity: Identity = { kind: 'official', id: who.id, name: who.name };
    const standsInAs = [...new Set(who.standsInFor.flatMap((absent) => absent.roles))];
    return { identity, roles, area, office: who.office.name, standsInAs, others: [] };
  }
  const all = await candidatesOf(deps, signedIn.phoneHash ?? '');
  const seen = all.map(({ kind, id, name }): Identity => ({ kind, id, name }));
  const identity = seen.find(({ id }) => id === who.id) ?? { kind: who.kind, id: who.id, name: '' };
  return { identity, roles, area, office: null, standsInAs: [], others: seen.filter(({ id }) => id !== who.id) };
}
