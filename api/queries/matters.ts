import { MATTER_STAGES, rolesAt } from '../../domain/rules/matters.js';
import { boundAs } from '../../domain/rules/substitution.js';
import { startOfShanghaiDay } from '../../domain/rules/working-days.js';
import type { TaskQuery } from '../../domain/schemas/task.js';
import type { Tx } from '../../prisma/client.js';
import type { Matter } from '../../prisma/matters/matter.js';
import { waitingMatters } from '../../prisma/matters/waiting.js';
import { type OfficialWho, postAt, postsOf, rolesHeldBy, type Who } from '../who.js';

/** A term that ends at midnight ends on the day before. */
const DAY_MS = 86_400_000;

/** Who has taken what waits, by the names of the matters. */
export type Claims = ReadonlyMap<string, string>;

/** What waits, and who has taken it. */
export interface Inbox {
  readonly matters: readonly Matter[];
  readonly claims: Claims;
}

/** Whether it waits for this official: of his roles, or of those he stands in for; not what one of the two signed first. */
export function awaits(who: OfficialWho, { stage, areaCode, firstId }: Matter): boolean {
  const post = postAt(who, rolesAt(stage), areaCode);
  return post !== undefined && (firstId === null || !boundAs({ id: who.id, ...post }).includes(firstId));
}

export const isLate = ({ dueAt }: Pick<Matter, 'dueAt'>): boolean => dueAt !== null && dueAt < new Date();

/** What an official sees waiting in his area besides the steps of cases: what awaits him; a supervisor, all of it. */
export async function mattersSeenBy(tx: Tx, who: OfficialWho): Promise<readonly Matter[]> {
  if (who.roles.includes('countySupervisor')) return await waitingMatters(tx, who.areaCode, MATTER_STAGES);
  const held = rolesHeldBy(who);
  const stages = MATTER_STAGES.filter((stage) => rolesAt(stage).some((role) => held.includes(role)));
  return (await waitingMatters(tx, who.areaCode, stages)).filter((matter) => awaits(who, matter));
}

/** What waits for somebody besides the steps of cases; a supervisor's, what is overdue too. */
export async function inboxOf(tx: Tx, who: Who): Promise<Inbox> {
  if (who.kind !== 'official') return { matters: [], claims: new Map() };
  const seen = await mattersSeenBy(tx, who);
  const matters = seen.filter((matter) => awaits(who, matter) || isLate(matter));
  return { matters, claims: await claimsOf(tx, matters) };
}

export async function claimsOf(tx: Tx, matters: readonly Pick<Matter, 'id'>[]): Promise<Claims> {
  if (matters.length === 0) return new Map();
  const rows = await tx.matterClaim.findMany({ where: { matterId: { in: matters.map(({ id }) => id) } } });
  return new Map(rows.map(({ matterId, claimedById }) => [matterId, claimedById]));
}

/** Claimed by him, or by an absent colleague for whom he stands in. */
export const hasClaimed = (who: Who, claimedBy: string | undefined): boolean =>
  claimedBy !== undefined && postsOf(who).includes(claimedBy);

/** Whether it is what the list was asked for. */
export function isSought(who: Who, query: TaskQuery, claims: Claims): (matter: Matter) => boolean {
  const { mine, group, overdue, stage, programme, township, text, dueFrom, dueUntil } = query;
  const from = dueFrom === undefined ? -Infinity : startOfShanghaiDay(dueFrom);
  const until = dueUntil === undefined ? Infinity : startOfShanghaiDay(dueUntil) + DAY_MS;
  return (matter) => {
    const claimedBy = claims.get(matter.id);
    return [
      mine === undefined || mine === hasClaimed(who, claimedBy),
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
