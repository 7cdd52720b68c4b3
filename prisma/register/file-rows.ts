import {
  OPTIONAL_COLUMNS,
  REGISTER_COLUMNS,
  RegisterRow,
  type RegisterColumn,
} from '../../domain/schemas/register-row.js';
import { columnsIn, headerFault } from './header.js';
import { rejection, type Rejection } from './rejection.js';
import type { TableRow } from './table-row.js';
import { UnreadableRegister } from './unreadable-register.js';

export interface FileRow extends RegisterRow {
  line: number;
}

/** Columns that the file of rejected rows has before the others, so that it can be corrected and imported itself. */
export const LINE_COLUMN = '行号';
export const REASON_COLUMN = '原因';

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

/** Which column of a register stands at which place. */
function columnsOf(header: TableRow | undefined): (RegisterColumn | undefined)[] {
  const { columns, faults } = columnsIn(header, REGISTER_COLUMNS, {
    optional: OPTIONAL_COLUMNS,
    passedOver: [LINE_COLUMN, REASON_COLUMN],
  });
  const fault = headerFault(faults);
  if (!fault) return columns;
  throw new UnreadableRegister(
    `第一行的列名不对，什么也没有导入。${fault.zh}。样例见 docs/examples/register.csv。`,
    `The header is not right and nothing was imported. ${fault.en}. See docs/examples/register.csv.`,
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
