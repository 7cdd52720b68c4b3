import type { Role } from '../domain/rules/roles.js';
import { standsInAt, type StandIn } from '../domain/rules/substitution.js';
import { stageRule, type Stage } from '../domain/rules/stages.js';
import type { RouteId, Routes } from '../domain/routes.js';
import type { Actor } from '../domain/schemas/act.js';

export interface HouseholdWho {
  readonly kind: 'household';
  readonly id: string;
  readonly roles: readonly ['household'];
  /** Its village. */
  readonly areaCode: string;
}

export interface HelperWho {
  readonly kind: 'helper';
  readonly id: string;
  readonly roles: readonly ['helper'];
  /** The village he helps in. */
  readonly areaCode: string;
}

export interface OfficialWho {
  readonly kind: 'official';
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly office: { readonly id: string; readonly name: string };
  /** He acts and sees within it only. */
  readonly areaCode: string;
  /** Absent officials whose tasks he does today. */
  readonly standsInFor: readonly StandIn[];
}

/** Who is signed in, as PostgreSQL has him at this moment. */
export type Who = HouseholdWho | HelperWho | OfficialWho;
export type ApplicantWho = HouseholdWho | HelperWho;

type WhoInRole<R> = R extends 'household' ? HouseholdWho : R extends 'helper' ? HelperWho : OfficialWho;

/** Who may call a route, as its row says; what the public sends is nobody's. */
export type WhoOf<Id extends RouteId> = Routes[Id]['who'] extends infer W
  ? W extends 'public'
    ? undefined
    : W extends readonly (infer R)[]
      ? WhoInRole<R>
      : Who
  : never;

/** Who it is for idempotency and the log: `household:…`, `official:…`; anyone unknown is `public`. */
export const actorKey = (who: Who | undefined): string => (who ? `${who.kind}:${who.id}` : 'public');

/**
 * As whom he acts at a stage: an official in the role it awaits, where he has it; in the place of an absent one, where
 * he stands in for him in this area.
 */
export function actorAt(who: Who, stage: Stage, areaCode = ''): Actor {
  if (who.kind === 'household') return { id: who.id, role: who.kind };
  if (who.kind === 'helper') return { id: who.id, role: who.kind, areaCode: who.areaCode };
  const { awaits, also } = stageRule(stage);
  const himself = { id: who.id, officeId: who.office.id, areaCode: who.areaCode };
  const asked = [awaits, also].filter((role) => role !== undefined);
  const post = postAt(who, asked, areaCode);
  if (post) return { ...himself, ...post };
  const [role] = who.roles;
  if (!role) throw new Error('An official without a role acts nowhere.');
  return { ...himself, role };
}

type Post = Pick<Actor, 'role' | 'inAbsenceOf'>;

/** In which of these roles an official acts in an area: as himself, or in the place of an absent one; if in any. */
export function postAt(
  { roles, standsInFor }: Pick<OfficialWho, 'roles' | 'standsInFor'>,
  asked: readonly Role[],
  areaCode: string,
): Post | undefined {
  const own = roles.find((held) => asked.includes(held));
  if (own) return { role: own };
  for (const role of asked) {
    const absent = standsInAt(standsInFor, role, areaCode);
    if (absent) return { role, inAbsenceOf: absent.absentId };
  }
  return undefined;
}

/** His roles, and those of the absent officials for whom he stands in, wherever that is. */
export const rolesHeldBy = (who: Who): readonly Role[] =>
  who.kind === 'official' ? [...who.roles, ...who.standsInFor.flatMap(({ roles }) => roles)] : who.roles;

/** Himself and the absent officials for whom he stands in: what one of them has claimed he may do. */
export const postsOf = (who: Who): string[] =>
  who.kind === 'official' ? [who.id, ...who.standsInFor.map(({ absentId }) => absentId)] : [who.id];
