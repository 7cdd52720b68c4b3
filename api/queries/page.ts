import { invalid } from '../problem.js';

/** A page of a longer list. */
export interface Page<Item> {
  readonly items: Item[];
  readonly next: string | null;
}

export const MALFORMED_CURSOR = {
  field: 'cursor',
  zh: '翻页标记有误，请从第一页重新开始',
  en: 'Not a cursor of this list: begin with the first page',
};

/** Where a list goes on: behind this moment (null: behind all dated ones) and ID. */
export interface Position {
  readonly at: Date | null;
  readonly id: string;
}

const cursorOf = ({ at, id }: Position): string =>
  Buffer.from(JSON.stringify([at?.toISOString() ?? null, id])).toString('base64url');

/** @throws Refused INVALID_INPUT for what is no cursor of ours */
export function positionOf(cursor: string | undefined): Position | undefined {
  if (cursor === undefined) return undefined;
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string | null, string];
    const date = at === null ? null : new Date(at);
    if (typeof id !== 'string' || (date && Number.isNaN(date.getTime()))) throw invalid([MALFORMED_CURSOR]);
    return { at: date, id };
  } catch {
    throw invalid([MALFORMED_CURSOR]);
  }
}

/** Rows of which one more than a page was asked for, as a page. */
export function pageOf<Row, Item>(
  rows: Row[],
  limit: number,
  position: (row: Row) => Position,
  show: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last ? cursorOf(position(last)) : null;
  return { items: shown.map(show), next };
}

/** Where a list goes on that shows what stands out first: behind this value and ID. */
export interface Rank {
  readonly value: number;
  readonly id: string;
}

/** @throws Refused INVALID_INPUT for what is no cursor of ours */
export function rankOf(cursor: string | undefined): Rank | undefined {
  if (cursor === undefined) return undefined;
  try {
    const [value, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [number, string];
    if (typeof id !== 'string' || typeof value !== 'number') throw invalid([MALFORMED_CURSOR]);
    return { value, id };
  } catch {
    throw invalid([MALFORMED_CURSOR]);
  }
}

/** As `pageOf`, of what stands out first. */
export function rankedPage<Row, Item>(
  rows: Row[],
  limit: number,
  rank: (row: Row) => Rank,
  show: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const { value, id } = last ? rank(last) : { value: 0, id: '' };
  const next = rows.length > limit ? Buffer.from(JSON.stringify([value, id])).toString('base64url') : null;
  return { items: shown.map(show), next };
}

/** Everything that a list has, page after page. */
export async function everyPage<Item>(pageAt: (cursor: { cursor?: string }) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor = {}; ;) {
    const { items: more, next } = await pageAt(cursor);
    items.push(...more);
    if (next === null) return items;
    cursor = { cursor: next };
  }
}
