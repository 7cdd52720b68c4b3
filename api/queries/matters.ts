import { MATTER_STAGES, rolesAt } from '../../domain/rules/matters.js';
import { startOfShanghaiDay } from '../../domain/rules/working-days.js';
import type { TaskQuery } from '../../domain/schemas/task.js';
import type { Tx } from '../../prisma/client.js';
import type { Matter } from '../../prisma/matters/matter.js';
import { waitingMatters } from '../../prisma/matters/waiting.js';
import type { OfficialWho, Who } from '../who.js';

/** A term that ends at midnight ends on the day before. */
const DAY_MS = 86_400_000;

/** Who has taken what waits, by the names of the matters. */
export type Claims = ReadonlyMap<string, string>;

/** What waits, and who has taken it. */
export interface Inbox {
  readonly matters: readonly Matter[];
  readonly claims: Claims;
}

/** Whether it waits for this official: of his roles, and not what he has signed first himself. */
export const awaits = (who: OfficialWho, { stage, firstId }: Pick<Matter, 'stage' | 'firstId'>): boolean =>
  firstId !== who.id && rolesAt(stage).some((role) => who.roles.includes(role));

export const isLate = ({ dueAt }: Pick<Matter, 'dueAt'>): boolean => dueAt !== null && dueAt < new Date();

/** What waits for somebody besides the steps of cases: of his roles in his area; a supervisor's, what is overdue. */
export async function inboxOf(tx: Tx, who: Who): Promise<Inbox> {
  if (who.kind !== 'official') return { matters: [], claims: new Map() };
  const supervises = who.roles.includes('countySupervisor');
  const stages = MATTER_STAGES.filter((stage) => supervises || awaits(who, { stage, firstId: null }));
  const waiting = await waitingMatters(tx, who.areaCode, stages);
  const matters = waiting.filter((matter) => awaits(who, matter) || (supervises && isLate(matter)));
  return { matters, claims: await claimsOf(tx, matters) };
}

export async function claimsOf(tx: Tx, matters: readonly Pick<Matter, 'id'>[]): Promise<Claims> {
  if (matters.length === 0) return new Map();
  const rows = await tx.matterClaim.findMany({ where: { matterId: { in: matters.map(({ id }) => id) } } });
  return new Map(rows.map(({ matterId, claimedById }) => [matterId, claimedById]));
}

/** Whether it is what the list was asked for. */
export function isSought(who: Who, query: TaskQuery, claims: Claims): (matter: Matter) => boolean {
  const { mine, group, overdue, stage, programme, township, text, dueFrom, dueUntil } = query;
  const from = dueFrom === undefined ? -Infinity : startOfShanghaiDay(dueFrom);
  const until = dueUntil === undefined ? Infinity : startOfShanghaiDay(dueUntil) + DAY_MS;
  return (matter) => {
    const claimedBy = claims.get(matter.id);
    return [
      mine === undefined || mine === (claimedBy === who.id),
      group === undefined || group === (claimedBy === undefined),
      overdue === undefined || overdue === isLate(matter),
      stage === undefined || stage === matter.stage,
      programme === undefined || programme === matter.programmeCode,
      township === undefined || matter.areaCode.startsWith(township),
      text === undefined || matter.no.includes(text),
      dueFrom === undefined || (matter.dueAt !== null && matter.dueAt.getTime() > from),
      dueUntil === undefined || (matter.dueAt !== null && matter.dueAt.getTime() <= until),
    ].every(Boolean);
  };
}
