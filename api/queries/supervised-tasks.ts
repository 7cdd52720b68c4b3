import type { SupervisedTaskQuery } from '../../domain/schemas/supervision.js';
import type { CaseTask } from '../../domain/schemas/task.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import type { OfficialWho } from '../who.js';
import { type Page, pageOf, positionOf } from './page.js';
import { isFree, isOverdue } from './task-filter.js';
import { behindTask } from './task-order.js';
import { taskViews } from './task-view.js';

/** The officials' open tasks of an area, whoever has them, those that are due first first. */
export async function supervisedTaskPage(
  tx: Tx,
  { areaCode }: OfficialWho,
  query: SupervisedTaskQuery,
): Promise<Page<CaseTask>> {
  const { cursor, limit } = query;
  const open: Prisma.TaskWhereInput = {
    ...{ closedAt: null, areaCode: { startsWith: areaCode } },
    role: { notIn: ['household', 'helper'] },
  };
  const rows = await tx.task.findMany({
    where: { AND: [open, ...asked(query), ...behindTask('due', positionOf(cursor))] },
    orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    take: limit + 1,
    include: { case: true },
  });
  return pageOf(rows, limit, ({ id, dueAt }) => ({ at: dueAt, id }), await taskViews(tx, rows));
}

function asked({ stage, official, overdue, unclaimed }: SupervisedTaskQuery): Prisma.TaskWhereInput[] {
  return [
    ...(stage === undefined ? [] : [{ stage }]),
    ...(official === undefined ? [] : [{ claimedById: official }]),
    ...(overdue === undefined ? [] : [overdue ? isOverdue() : { NOT: isOverdue() }]),
    ...(unclaimed === undefined ? [] : [unclaimed ? isFree : { NOT: isFree }]),
  ];
}
