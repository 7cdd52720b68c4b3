import type { Actor } from '../schemas/act.js';
import type { Role } from './roles.js';

/** 代理: days on which somebody stands in for an absent official, both counted; Asia/Shanghai. */
export interface Absence {
  readonly fromDay: string;
  readonly untilDay: string;
  /** Ended before its time. */
  readonly ended: boolean;
}

export const isAbsent = ({ fromDay, untilDay, ended }: Absence, day: string): boolean =>
  !ended && fromDay <= day && day <= untilDay;

/** An absent official, as whoever stands in for him may act: in his roles, within his area. */
export interface StandIn {
  readonly absentId: string;
  readonly roles: readonly Role[];
  readonly areaCode: string;
}

/** For whom of them somebody may act in a role and an area; nobody stands in for whom an absent official stands in for. */
export const standsInAt = (standIns: readonly StandIn[], role: Role, areaCode: string): StandIn | undefined =>
  standIns.find((absent) => absent.roles.includes(role) && areaCode.startsWith(absent.areaCode));

/** Whose post somebody acts in: his own, and that of whom he stands in for. What binds either of them binds him. */
export const boundAs = ({ id, inAbsenceOf }: Pick<Actor, 'id' | 'inAbsenceOf'>): string[] =>
  inAbsenceOf === undefined ? [id] : [id, inAbsenceOf];

/** Whether two signatures are of one post. */
export const isOnePost = (one: Actor, other: Actor): boolean =>
  boundAs(one).some((person) => boundAs(other).includes(person));
