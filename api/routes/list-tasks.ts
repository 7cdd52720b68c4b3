import type { Prisma } from '../../prisma/client.js';
import type { Matter } from '../../prisma/matters/matter.js';
import type { Handler } from '../handler.js';
import { matterViews } from '../queries/matter-view.js';
import { hasClaimed, inboxOf, isLate, isSought } from '../queries/matters.js';
import { pageOf, positionOf } from '../queries/page.js';
import { filtered, isFree, isMine, isOverdue, ownTasks } from '../queries/task-filter.js';
import { behindTask, isBehind, positionBy, soonerBy } from '../queries/task-order.js';
import { type TaskRow, taskViews } from '../queries/task-view.js';

const isMatter = (row: TaskRow | Matter): row is Matter => 'kind' in row;

export const listTasks: Handler<'listTasks'> = async ({ who, query }, { db }) => {
  const own = ownTasks(who);
  const { sort, limit } = query;
  const position = positionOf(query.cursor);
  const byTime: Prisma.TaskOrderByWithRelationInput =
    sort === 'due' ? { dueAt: { sort: 'asc', nulls: 'last' } } : { openedAt: 'asc' };
  const tasks = await db.task.findMany({
    where: { AND: [own, ...filtered(who, query), ...behindTask(sort, position)] },
    orderBy: [byTime, { id: 'asc' }],
    take: limit + 1,
    include: { case: true },
  });
  const { matters, claims } = await inboxOf(db, who);
  const sought = matters.filter(isSought(who, query, claims)).filter(isBehind(sort, position));
  const rows = [...tasks, ...sought].toSorted(soonerBy(sort));

  const count = async (which: Prisma.TaskWhereInput, isSo: (matter: Matter) => boolean) =>
    (await db.task.count({ where: { AND: [own, which] } })) + matters.filter(isSo).length;
  const [mine, group, overdue] = await Promise.all([
    count(isMine(who), ({ id }) => hasClaimed(who, claims.get(id))),
    count(isFree, ({ id }) => !claims.has(id)),
    count(isOverdue(), isLate),
  ]);
  const taskView = await taskViews(db, tasks);
  const matterView = await matterViews(db, who, sought, claims);
  const page = pageOf(rows, limit, positionBy(sort), (row) => (isMatter(row) ? matterView(row) : taskView(row)));
  return { status: 200, body: { ...page, counts: { mine, group, overdue } } };
};
