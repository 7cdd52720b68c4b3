import { matterFor, releaseMatter } from '../acting/matter.js';
import { taskFor } from '../acting/open-task.js';
import type { Handler } from '../handler.js';
import { Refused } from '../problem.js';
import { matterView } from '../queries/matter-view.js';
import { taskView } from '../queries/task-view.js';
import { postsOf } from '../who.js';

export const releaseTask: Handler<'releaseTask'> = async ({ who, params: { id } }, { db }) => {
  const matter = await matterFor(db, who, id);
  if (matter) {
    await releaseMatter(db, who, id);
    return { status: 200, body: await matterView(db, who, matter) };
  }
  const task = await taskFor(db, who, id);
  if (task.closedAt) throw new Refused('TASK_CLOSED');
  const posts = postsOf(who);
  if (task.claimedById !== null && !posts.includes(task.claimedById)) throw new Refused('TASK_TAKEN');
  await db.task.updateMany({ where: { id, claimedById: { in: posts } }, data: { claimedById: null, claimedAt: null } });
  return { status: 200, body: await taskView(db, id) };
};
