import type { Prisma } from '../../prisma/client.js';
import type { Handler } from '../handler.js';
import { pageOf, positionOf } from '../queries/page.js';
import { behindTask, filtered, isFree, isMine, isOverdue, ownTasks } from '../queries/task-filter.js';
import { taskViews } from '../queries/task-view.js';

export const listTasks: Handler<'listTasks'> = async ({ who, query }, { db }) => {
  const own = ownTasks(who);
  const { sort, limit } = query;
  const byTime: Prisma.TaskOrderByWithRelationInput =
    sort === 'due' ? { dueAt: { sort: 'asc', nulls: 'last' } } : { openedAt: 'asc' };
  const rows = await db.task.findMany({
    where: { AND: [own, ...filtered(who, query), ...behindTask(sort, positionOf(query.cursor))] },
    orderBy: [byTime, { id: 'asc' }],
    take: limit + 1,
    include: { case: true },
  });
  const count = (which: Prisma.TaskWhereInput) => db.task.count({ where: { AND: [own, which] } });
  const [mine, group, overdue] = await Promise.all([count(isMine(who)), count(isFree), count(isOverdue())]);
  const view = await taskViews(db, rows);
  const page = pageOf(rows, limit, ({ id, dueAt, openedAt }) => ({ at: sort === 'due' ? dueAt : openedAt, id }), view);
  return { status: 200, body: { ...page, counts: { mine, group, overdue } } };
};
