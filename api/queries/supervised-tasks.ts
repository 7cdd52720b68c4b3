import { MATTER_STAGES } from '../../domain/rules/matters.js';
import type { SupervisedTaskQuery } from '../../domain/schemas/supervision.js';
import type { TaskView } from '../../domain/schemas/task.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import type { Matter } from '../../prisma/matters/matter.js';
import { waitingMatters } from '../../prisma/matters/waiting.js';
import type { OfficialWho } from '../who.js';
import { matterViews } from './matter-view.js';
import { type Claims, claimsOf, isLate } from './matters.js';
import { type Page, pageOf, positionOf } from './page.js';
import { atStage, isFree, isOverdue } from './task-filter.js';
import { behindTask, isBehind, positionBy, soonerBy } from './task-order.js';
import { type TaskRow, taskViews } from './task-view.js';

const isMatter = (row: TaskRow | Matter): row is Matter => 'kind' in row;

/** What officials have to do in an area, whoever has it, that which is due first first. */
export async function supervisedTaskPage(
  tx: Tx,
  who: OfficialWho,
  query: SupervisedTaskQuery,
): Promise<Page<TaskView>> {
  const { limit } = query;
  const position = positionOf(query.cursor);
  const open: Prisma.TaskWhereInput = {
    ...{ closedAt: null, areaCode: { startsWith: who.areaCode } },
    role: { notIn: ['household', 'helper'] },
  };
  const tasks = await tx.task.findMany({
    where: { AND: [open, ...asked(query), ...behindTask('due', position)] },
    orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    take: limit + 1,
    include: { case: true },
  });
  const waiting = await waitingMatters(tx, who.areaCode, MATTER_STAGES);
  const claims = await claimsOf(tx, waiting);
  const matters = waiting.filter(isAsked(query, claims)).filter(isBehind('due', position));
  const taskView = await taskViews(tx, tasks);
  const matterView = await matterViews(tx, who, matters, claims);
  const rows = [...tasks, ...matters].toSorted(soonerBy('due'));
  return pageOf(rows, limit, positionBy('due'), (row) => (isMatter(row) ? matterView(row) : taskView(row)));
}

function asked({ stage, official, overdue, unclaimed }: SupervisedTaskQuery): Prisma.TaskWhereInput[] {
  return [
    ...(stage === undefined ? [] : [atStage(stage)]),
    ...(official === undefined ? [] : [{ claimedById: official }]),
    ...(overdue === undefined ? [] : [overdue ? isOverdue() : { NOT: isOverdue() }]),
    ...(unclaimed === undefined ? [] : [unclaimed ? isFree : { NOT: isFree }]),
  ];
}

/** The same of what is no step of a case. */
const isAsked =
  ({ stage, official, overdue, unclaimed }: SupervisedTaskQuery, claims: Claims) =>
  (matter: Matter): boolean =>
    [
      stage === undefined || stage === matter.stage,
      official === undefined || official === claims.get(matter.id),
      overdue === undefined || overdue === isLate(matter),
      unclaimed === undefined || unclaimed !== claims.has(matter.id),
    ].every(Boolean);
