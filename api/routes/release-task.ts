import { taskFor } from '../acting/open-task.js';
import type { Handler } from '../handler.js';
import { Refused } from '../problem.js';
import { taskView } from '../queries/task-view.js';

export const releaseTask: Handler<'releaseTask'> = async ({ who, params: { id } }, { db }) => {
  const task = await taskFor(db, who, id);
  if (task.closedAt) throw new Refused('TASK_CLOSED');
  if (task.claimedById !== null && task.claimedById !== who.id) throw new Refused('TASK_TAKEN');
  await db.task.updateMany({ where: { id, claimedById: who.id }, data: { claimedById: null, claimedAt: null } });
  return { status: 200, body: await taskView(db, id) };
};
