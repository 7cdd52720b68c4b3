import type { TaskStage } from '../../domain/rules/matters.js';
import { type Stage, STAGES } from '../../domain/rules/stages.js';
import { startOfShanghaiDay } from '../../domain/rules/working-days.js';
import type { TaskQuery } from '../../domain/schemas/task.js';
import type { Prisma } from '../../prisma/client.js';
import { postsOf, type Who } from '../who.js';
import { helpedBy } from './visible.js';

type Where = Prisma.TaskWhereInput;

/** A term that ends at midnight ends on the day before. */
const DAY_MS = 86_400_000;

/** The open tasks somebody may see: his own household's, or of his roles in his area; a supervisor's, what is overdue. */
export function ownTasks(who: Who): Where {
  if (who.kind === 'household') return { closedAt: null, role: 'household', case: { householdId: who.id } };
  if (who.kind === 'helper') return { closedAt: null, role: 'household', case: helpedBy(who) };
  const inArea = { closedAt: null, areaCode: { startsWith: who.areaCode } };
  const standingIn = who.standsInFor.map(({ roles, areaCode }): Where => ({
    role: { in: [...roles] },
    areaCode: { startsWith: areaCode },
  }));
  const ofRoles: Where = { OR: [{ role: { in: [...who.roles] } }, ...standingIn] };
  if (!who.roles.includes('countySupervisor')) return { ...inArea, ...ofRoles };
  return { ...inArea, OR: [ofRoles, { overdueAt: { not: null } }] };
}

export const isMine = (who: Who): Where => ({ claimedById: { in: postsOf(who) } });
export const isFree: Where = { claimedById: null };
export const isOverdue = (): Where => ({ dueAt: { lt: new Date() } });

/** Of tasks: nothing where only what is no step of a case has that stage. */
export const atStage = (stage: TaskStage): Where =>
  Object.hasOwn(STAGES, stage) ? { stage: stage as Stage } : { id: { in: [] } };

/** What the list was asked for, besides what its reader may see. */
export function filtered(who: Who, query: TaskQuery): Where[] {
  const { mine, group, overdue, stage, programme, township, text, dueFrom, dueUntil } = query;
  return [
    ...(mine === undefined ? [] : [mine ? isMine(who) : { NOT: isMine(who) }]),
    ...(group === undefined ? [] : [group ? isFree : { NOT: isFree }]),
    ...(overdue === undefined
      ? []
      : [overdue ? isOverdue() : { OR: [{ dueAt: null }, { dueAt: { gte: new Date() } }] }]),
    ...(stage === undefined ? [] : [atStage(stage)]),
    ...(township === undefined ? [] : [{ areaCode: { startsWith: township } }]),
    ...(programme === undefined ? [] : [{ case: { programmeCode: programme } }]),
    ...(dueFrom === undefined ? [] : [{ dueAt: { gt: new Date(startOfShanghaiDay(dueFrom)) } }]),
    ...(dueUntil === undefined ? [] : [{ dueAt: { lte: new Date(startOfShanghaiDay(dueUntil) + DAY_MS) } }]),
    ...(text === undefined ? [] : [{ caseNo: { contains: text } }]),
  ];
}
