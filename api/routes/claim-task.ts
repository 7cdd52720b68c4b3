import { claimMatter, matterFor } from '../acting/matter.js';
import { taskFor } from '../acting/open-task.js';
import type { Handler } from '../handler.js';
import { Refused } from '../problem.js';
import { matterView } from '../queries/matter-view.js';
import { taskView } from '../queries/task-view.js';
import { postsOf } from '../who.js';

export const claimTask: Handler<'claimTask'> = async ({ who, params: { id } }, { db }) => {
  const matter = await matterFor(db, who, id);
  if (matter) {
    await claimMatter(db, who, id);
    return { status: 200, body: await matterView(db, who, matter) };
  }
  await taskFor(db, who, id);
  const { count } = await db.task.updateMany({
    where: { id, closedAt: null, OR: [{ claimedById: null }, { claimedById: { in: postsOf(who) } }] },
    data: { claimedById: who.id, claimedAt: new Date() },
  });
  if (count === 0) {
    const { closedAt } = await db.task.findUniqueOrThrow({ where: { id } });
    throw new Refused(closedAt ? 'TASK_CLOSED' : 'TASK_TAKEN');
  }
  return { status: 200, body: await taskView(db, id) };
};
