import type { TaskQuery } from '../../domain/schemas/task.js';
import type { Prisma } from '../../prisma/client.js';
import type { Position } from './page.js';

type Sort = TaskQuery['sort'];

/** What the list is ordered by. */
interface Timed {
  readonly id: string;
  readonly dueAt: Date | null;
  readonly openedAt: Date;
}

export const positionBy =
  (sort: Sort) =>
  ({ id, dueAt, openedAt }: Timed): Position => ({ at: sort === 'due' ? dueAt : openedAt, id });

/** By due time, what has none last; or by opening. Then by ID. */
export function soonerBy(sort: Sort): (one: Timed, other: Timed) => number {
  const at = positionBy(sort);
  return (one, other) => compared(at(one), at(other));
}

/** The same of what is in no row of the tasks. */
export function isBehind(sort: Sort, position: Position | undefined): (one: Timed) => boolean {
  const at = positionBy(sort);
  return (one) => position === undefined || compared(at(one), position) > 0;
}

function compared(one: Position, other: Position): number {
  const [a, b] = [one, other].map(({ at }) => at?.getTime() ?? Infinity);
  if (a !== b) return a! - b!;
  return one.id < other.id ? -1 : Number(one.id > other.id);
}

/** Behind a position of the list, as the tasks' rows are asked. */
export function behindTask(sort: Sort, position: Position | undefined): Prisma.TaskWhereInput[] {
  if (!position) return [];
  const { at, id } = position;
  if (sort === 'opened') return at ? [{ OR: [{ openedAt: { gt: at } }, { openedAt: at, id: { gt: id } }] }] : [];
  if (at === null) return [{ dueAt: null, id: { gt: id } }];
  return [{ OR: [{ dueAt: { gt: at } }, { dueAt: at, id: { gt: id } }, { dueAt: null }] }];
}
