import type { TableRow } from './table-row.js';

/** What is wrong with the header of a table; empty where nothing is. */
export interface HeaderFaults {
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
  readonly twice: readonly string[];
}

/** What a table may leave out, and what it may have besides that is passed over. */
interface Leeway<Column> {
  readonly optional?: readonly Column[];
  readonly passedOver?: readonly string[];
}

/** Which column stands at which place of a table, by the names of its first row. */
export function columnsIn<Column extends string>(
  header: TableRow | undefined,
  names: Readonly<Record<Column, string>>,
  { optional = [], passedOver = [] }: Leeway<Column> = {},
): { columns: (Column | undefined)[]; faults: HeaderFaults } {
  const columnOf = new Map((Object.keys(names) as Column[]).map((column) => [names[column], column]));
  const told = header?.cells.map((cell) => cell.normalize('NFKC').trim()) ?? [];
  const faults = {
    missing: [...columnOf].flatMap(([name, column]) =>
      optional.includes(column) || told.includes(name) ? [] : [name],
    ),
    unknown: told.filter((name) => name && !columnOf.has(name) && !passedOver.includes(name)),
    twice: told.filter((name, at) => name && told.indexOf(name) !== at),
  };
  return { columns: told.map((name) => columnOf.get(name)), faults };
}

/** What is wrong with a header in both languages; undefined where nothing is. */
export function headerFault({ missing, unknown, twice }: HeaderFaults): { zh: string; en: string } | undefined {
  const [lacking, strange, repeated] = [missing, unknown, twice].map((list) => list.join('、'));
  const said = (between: string, ...parts: [string, string | undefined][]) =>
    parts.flatMap(([what, names]) => (names ? [what + names] : [])).join(between);
  const zh = said('；', ['缺少：', lacking], ['不认识：', strange], ['重复：', repeated]);
  const en = said('; ', ['Missing: ', lacking], ['Not known: ', strange], ['Twice: ', repeated]);
  return zh === '' ? undefined : { zh, en };
}
