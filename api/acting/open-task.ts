import type { Role } from '../../domain/rules/roles.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import type { TaskModel } from '../../prisma/generated/models.js';
import { found, Refused } from '../problem.js';
import { movedOn } from '../queries/moved.js';
import { withinArea } from '../queries/visible.js';
import { type OfficialWho, postAt, postsOf } from '../who.js';

/** A task in the official's area, open or done. @throws Refused NOT_FOUND, OUT_OF_AREA */
export async function visibleTask(tx: Tx, who: OfficialWho, id: string): Promise<TaskModel> {
  const task = found(await tx.task.findUnique({ where: { id } }));
  withinArea(who, task.areaCode);
  return task;
}

/** Whether a task awaits an official's role, or that of an absent one for whom he stands in. */
export const isHis = (who: OfficialWho, { role, areaCode }: TaskModel): boolean =>
  postAt(who, [role], areaCode) !== undefined;

/** A task that this official may do. @throws Refused NOT_FOUND, OUT_OF_AREA, NOT_AWAITED */
export async function taskFor(tx: Tx, who: OfficialWho, id: string): Promise<TaskModel> {
  const task = await visibleTask(tx, who, id);
  if (!isHis(who, task)) throw new Refused('NOT_AWAITED');
  return task;
}

/**
 * @throws Refused STAGE_MOVED for a task that is done, TASK_TAKEN for one that somebody else has claimed
 */
export async function mustBeOpenFor(tx: Tx, who: OfficialWho, task: TaskModel): Promise<void> {
  const { closedAt, claimedById } = task;
  if (closedAt !== null) throw await movedOn(tx, task);
  if (claimedById !== null && !postsOf(who).includes(claimedById)) throw new Refused('TASK_TAKEN');
}

/** Officials who may be given a task: in one of its roles, and of an area that it lies in. */
export const canDo = (roles: readonly Role[], areaCode: string): Prisma.OfficialWhereInput => ({
  ...{ active: true, roles: { hasSome: [...roles] } },
  areaCode: { in: [2, 4, 6, 9, 12].map((digits) => areaCode.slice(0, digits)) },
});
