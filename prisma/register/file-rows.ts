import {
  OPTIONAL_COLUMNS,
  REGISTER_COLUMNS,
  RegisterRow,
  type RegisterColumn,
} from '../../domain/schemas/register-row.js';
import { rejection, type Rejection } from './rejection.js';
import type { TableRow } from './table.js';
import { UnreadableRegister } from './unreadable-register.js';

export interface FileRow extends RegisterRow {
  line: number;
}

/** Columns that the file of rejected rows has before the others, so that it can be corrected and imported itself. */
export const LINE_COLUMN = '行号';
export const REASON_COLUMN = '原因';

const COLUMN_OF = new Map<string, RegisterColumn>(
  (Object.keys(REGISTER_COLUMNS) as RegisterColumn[]).map((column) => [REGISTER_COLUMNS[column], column]),
);

/**
 * The rows below the header, each by itself: those that are right, and why the others are not.
 *
 * @throws UnreadableRegister if the header has not all columns, or one that is not known.
 */
export function fileRows([header, ...body]: readonly TableRow[]): { rows: FileRow[]; rejections: Rejection[] } {
  const columns = columnsOf(header);
  const rows: FileRow[] = [];
  const rejections: Rejection[] = [];
  for (const { line, cells } of body) {
    const texts = Object.fromEntries(columns.flatMap((column, at) => (column ? [[column, cells[at] ?? '']] : [])));
    const parsed = RegisterRow.safeParse(texts);
    if (parsed.success) rows.push({ line, ...parsed.data });
    else rejections.push(rejectionOf(line, parsed.error.issues));
  }
  return { rows, rejections };
}

const needs = (column: RegisterColumn): boolean => !OPTIONAL_COLUMNS.includes(column);

/** Which column of a register stands at which place. */
function columnsOf(header: TableRow | undefined): (RegisterColumn | undefined)[] {
  const names = header?.cells.map((cell) => cell.normalize('NFKC').trim()) ?? [];
  const columns = names.map((name) => COLUMN_OF.get(name));
  const missing = [...COLUMN_OF].flatMap(([name, column]) => (needs(column) && !names.includes(name) ? [name] : []));
  const unknown = names.filter(
    (name) => name && !COLUMN_OF.has(name) && name !== LINE_COLUMN && name !== REASON_COLUMN,
  );
  const twice = names.filter((name, at) => name && names.indexOf(name) !== at);
  if (missing.length === 0 && unknown.length === 0 && twice.length === 0) return columns;
  const [lacking, strange, repeated] = [missing, unknown, twice].map((list) => list.join('、'));
  const said = (between: string, ...parts: [string, string | undefined][]) =>
    parts.flatMap(([what, names]) => (names ? [what + names] : [])).join(between);
  throw new UnreadableRegister(
    `第一行的列名不对，什么也没有导入。${said('；', ['缺少：', lacking], ['不认识：', strange], ['重复：', repeated])}。样例见 docs/examples/register.csv。`,
    `The header is not right and nothing was imported. ${said('; ', ['Missing: ', lacking], ['Not known: ', strange], ['Twice: ', repeated])}. See docs/examples/register.csv.`,
  );
}

function rejectionOf(line: number, issues: readonly { path: PropertyKey[]; message: string }[]): Rejection {
  const faults = issues.map(({ path, message }) => {
    const column = REGISTER_COLUMNS[path[0] as RegisterColumn];
    const [zh = '', en = zh] = message.split('\n');
    return { zh: `“${column}”${zh}`, en: `${column} ${en}` };
  });
  return rejection(line, faults.map(({ zh }) => zh).join('；'), faults.map(({ en }) => en).join('; '));
}
