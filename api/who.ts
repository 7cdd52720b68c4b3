import type { Role } from '../domain/rules/roles.js';
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

/** As whom he acts at a stage: an official in the role it awaits, where he has it. */
export function actorAt(who: Who, stage: Stage): Actor {
  if (who.kind !== 'official') return { id: who.id, role: who.kind };
  const { awaits, also } = stageRule(stage);
  const role = who.roles.find((held) => held === awaits || held === also) ?? who.roles[0];
  if (!role) throw new Error('An official without a role acts nowhere.');
  return { id: who.id, role, officeId: who.office.id, areaCode: who.areaCode };
}
