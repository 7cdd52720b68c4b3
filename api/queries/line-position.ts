import { invalid } from '../problem.js';
import { MALFORMED_CURSOR, positionOf, type Position } from './page.js';

/** The cursor of a list that is in the order of its lines. */
export const lineCursor = ({ position }: { position: number }): Position => ({ at: null, id: String(position) });

/** The line behind which a list goes on; 0 for its beginning. @throws Refused INVALID_INPUT */
export function lineOf(cursor: string | undefined): number {
  const { id = '0' } = positionOf(cursor) ?? {};
  if (!/^\d{1,9}$/.test(id)) throw invalid([MALFORMED_CURSOR]);
  return Number(id);
}
