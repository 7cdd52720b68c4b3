import { sumFen } from '../../../domain/rules/fen.js';
import { ReportUnreadable } from '../../bank.js';
import { amountText, fenOf } from './amounts.js';
import { decode, lineEndOf } from './encoding.js';
import type { ControlColumn, ControlLine, TextLayout } from './layout.js';

/** The fields of one line by the names of their columns. */
export type Row<Column extends string> = Readonly<Partial<Record<Column, string>>>;

/** A file of lines that has all of them: its control line fits. */
export interface Sheet<Column extends string> {
  readonly control: Row<ControlName>;
  readonly rows: readonly Row<Column>[];
}

type ControlName = Exclude<ControlColumn, object>;
type Columns<Column extends string> = readonly (Column | { readonly text: string })[];

/**
 * The lines of a file. Every one ends as lines do, the last too: a file that breaks off is known by it.
 *
 * @throws ReportUnreadable
 */
export function readRows<Column extends string>(
  layout: TextLayout,
  { columns, control }: { columns: Columns<Column>; control: ControlLine },
  bytes: Uint8Array,
): Sheet<Column> {
  const lines = linesOf(layout, bytes);
  const [totals] = control.place === 'first' ? lines.splice(0, 1) : lines.splice(-1);
  if (totals === undefined) throw new ReportUnreadable('TRUNCATED');
  const rows = lines.map((line) => fieldsOf(columns, line.split(layout.delimiter)));
  const head = fieldsOf<ControlName>(control.columns, totals.split(layout.delimiter), 'TRUNCATED');
  requireTotals(layout, head, rows as readonly Row<string>[]);
  return { control: head, rows };
}

function linesOf(layout: TextLayout, bytes: Uint8Array): string[] {
  const lines = textOf(layout, bytes).split(lineEndOf(layout));
  if (lines.pop() !== '') throw new ReportUnreadable('TRUNCATED');
  return lines;
}

function textOf(layout: TextLayout, bytes: Uint8Array): string {
  try {
    return decode(layout, bytes);
  } catch {
    throw new ReportUnreadable('MALFORMED');
  }
}

function fieldsOf<Column extends string>(
  columns: Columns<Column>,
  fields: readonly string[],
  code: 'MALFORMED' | 'TRUNCATED' = 'MALFORMED',
): Row<Column> {
  if (fields.length !== columns.length) throw new ReportUnreadable(code);
  const named = columns.flatMap((column, index) =>
    typeof column === 'string' ? [[column, fields[index] ?? ''] as const] : [],
  );
  return Object.fromEntries(named) as Row<Column>;
}

function requireTotals(layout: TextLayout, control: Row<ControlName>, rows: readonly Row<string>[]): void {
  const sum = sumFen(rows.map((row) => fenIn(layout, row)));
  const fits =
    control.count?.trim() === String(rows.length) && fenOf(layout.amounts, control.sum?.trim() ?? '') === sum;
  if (!fits) throw new ReportUnreadable('TRUNCATED');
}

/** @throws ReportUnreadable MALFORMED */
export function fenIn({ amounts }: TextLayout, row: Row<string>): number {
  const amountFen = fenOf(amounts, row.amount?.trim() ?? '');
  if (amountFen === undefined) throw new ReportUnreadable('MALFORMED');
  return amountFen;
}

/** A line as `readRows` reads it. */
export const totalsOf = ({ amounts }: TextLayout, amountsFen: readonly number[]) => ({
  count: String(amountsFen.length),
  sum: amountText(amounts, sumFen(amountsFen)),
});
