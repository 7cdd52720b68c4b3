import type { Tx } from '../../prisma/client.js';
import type { TaskModel } from '../../prisma/generated/models.js';
import { found, Refused } from '../problem.js';
import { movedOn } from '../queries/moved.js';
import { withinArea } from '../queries/visible.js';
import type { OfficialWho } from '../who.js';

/** A task in the official's area, open or done. @throws Refused NOT_FOUND, OUT_OF_AREA */
export async function visibleTask(tx: Tx, who: OfficialWho, id: string): Promise<TaskModel> {
  const task = found(await tx.task.findUnique({ where: { id } }));
  withinArea(who, task.areaCode);
  return task;
}

/** A task that this official may do. @throws Refused NOT_FOUND, OUT_OF_AREA, NOT_AWAITED */
export async function taskFor(tx: Tx, who: OfficialWho, id: string): Promise<TaskModel> {
  const task = await visibleTask(tx, who, id);
  if (!who.roles.includes(task.role)) throw new Refused('NOT_AWAITED');
  return task;
}

/**
 * @throws Refused STAGE_MOVED for a task that is done, TASK_TAKEN for one that somebody else has claimed
 */
export async function mustBeOpenFor(tx: Tx, who: OfficialWho, task: TaskModel): Promise<void> {
  const { closedAt, claimedById } = task;
  if (closedAt !== null) throw await movedOn(tx, task);
  if (claimedById !== null && claimedById !== who.id) throw new Refused('TASK_TAKEN');
}
