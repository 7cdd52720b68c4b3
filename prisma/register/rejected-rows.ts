import { LINE_COLUMN, REASON_COLUMN } from './file-rows.js';
import type { Rejection } from './rejection.js';
import type { TableRow } from './table-row.js';

/**
 * The rejected rows as a CSV file that can be corrected and imported itself: line and reason, then the row as it was.
 * With a byte-order mark, by which Excel sees that it is UTF-8.
 */
export function rejectedRows(table: readonly TableRow[], rejections: readonly Rejection[]): string {
  const [header, ...body] = table;
  const columns = header?.cells ?? [];
  const own = columns.flatMap((name, at) => (name === LINE_COLUMN || name === REASON_COLUMN ? [at] : []));
  const withoutOwn = (cells: readonly string[]) => cells.filter((_cell, at) => !own.includes(at));
  const rows = new Map(body.map(({ line, cells }) => [line, cells]));
  const lines = [
    [LINE_COLUMN, REASON_COLUMN, ...withoutOwn(columns)],
    ...rejections.map(({ line, reason }) => [
      String(line),
      `${reason.zh}。${reason.en}.`,
      ...withoutOwn(rows.get(line) ?? []),
    ]),
  ];
  return `\uFEFF${lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
