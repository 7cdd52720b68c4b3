import type { Position } from './page.js';

/**
 * Rows behind a position of a list that shows the newest first, then by ID. The first condition alone bounds the
 * index; the second leaves out what was shown of the same moment.
 */
export function behind<At extends string, Id extends string>(
  position: Position | undefined,
  at: At,
  id: Id,
): Behind<At, Id> | object {
  if (!position?.at) return {};
  const { at: moment, id: last } = position;
  return { [at]: { lte: moment }, OR: [{ [at]: { lt: moment } }, { [id]: { lt: last } }] };
}

type Behind<At extends string, Id extends string> = Readonly<Record<At, { lte: Date }>> & {
  OR: (Readonly<Record<At, { lt: Date }>> | Readonly<Record<Id, { lt: string }>>)[];
};
