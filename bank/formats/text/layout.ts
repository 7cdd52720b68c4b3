import { z } from 'zod';
import { BANK_SAYS } from '../../../domain/rules/bank-words.js';
import { unfitFor } from './encoding.js';

/** What a column of the file of orders has in it: a field of an order, or the same text in every line. */
const ORDER_FIELDS = ['reference', 'payeeName', 'payeeAccount', 'payeeBank', 'amount', 'remark'] as const;
const orderColumn = z.union([
  z.enum(ORDER_FIELDS),
  z.enum(['serial', 'batchNo', 'date']),
  z.strictObject({ text: z.string() }),
]);
export type OrderColumn = z.infer<typeof orderColumn>;

/** `time`: when it was booked, a day or a time of Asia/Shanghai; `ignored`: not read. */
const REPORT_FIELDS = ['reference', 'amount', 'status', 'time'] as const;
const reportColumn = z.enum([...REPORT_FIELDS, 'reason', 'ignored']);
export type ReportColumn = z.infer<typeof reportColumn>;

/** The control line has the totals of all others. */
const controlColumn = z.union([
  z.enum(['count', 'sum', 'batchNo', 'date']),
  z.strictObject({ text: z.string() }),
  z.literal('ignored'),
]);
export type ControlColumn = z.infer<typeof controlColumn>;

const controlLine = z
  .strictObject({ place: z.enum(['first', 'last']), columns: z.array(controlColumn).min(2) })
  .refine(({ columns }) => columns.includes('count') && columns.includes('sum'), { path: ['columns'] });

const hasAll = (needed: readonly string[]) => (columns: readonly unknown[]) =>
  needed.every((column) => columns.filter((one) => one === column).length === 1);

const orders = z.strictObject({
  columns: z.array(orderColumn).refine(hasAll(['reference', 'payeeName', 'payeeAccount', 'amount'])),
  control: controlLine,
  /** The name of the file is the batch's with this behind it. */
  suffix: z
    .string()
    .regex(/^\.[A-Za-z0-9]{1,10}$/)
    .default('.txt'),
});

const report = z
  .strictObject({
    /** Reports are told apart by the beginnings of their names; '' takes what no other takes. */
    namePrefix: z.string().default(''),
    columns: z.array(reportColumn).refine(hasAll(['reference', 'amount', 'status'])),
    control: controlLine,
    /** The bank's code of a status: what it says. */
    statuses: z.record(z.string(), z.enum(BANK_SAYS)),
  })
  .refine(({ columns, control }) => columns.includes('time') || control.columns.includes('date'), {
    path: ['columns'],
  });

/** A statement's day stands in its control line. */
const statement = report.refine(({ control }) => control.columns.includes('date'), { path: ['control', 'columns'] });

const layout = z.strictObject({
  encoding: z.enum(['utf-8', 'gb18030', 'gbk']),
  delimiter: z
    .string()
    .length(1)
    .regex(/[^\w\s.]|\t/u),
  lineEnd: z.enum(['lf', 'crlf']),
  /** Yuan with two decimals, or whole fen. */
  amounts: z.enum(['yuan', 'fen']),
  orders,
  results: report,
  statement: statement.optional(),
  /** The bank's codes of why money came back, in the words of `domain/texts/money.ts`. */
  reasons: z.record(z.string(), z.string().min(1)).default({}),
});
export type TextLayout = z.infer<typeof layout>;
export type ReportLayout = TextLayout['results'];

/** How a bank's payroll-style text files (代发, 一卡通) are written. */
export const textLayout = layout.superRefine((whole, context) => {
  for (const [path, text] of constants(whole)) {
    if (text !== '' && unfitFor(whole, text)) context.addIssue({ code: 'custom', path: [...path], message: text });
  }
});

/** Texts that stand in the file as the configuration has them, and where they stand there. */
function constants({ orders }: TextLayout): [path: (string | number)[], text: string][] {
  const columns: [(string | number)[], OrderColumn | ControlColumn][] = [
    ...orders.columns.map((column, index) => [['orders', 'columns', index], column] as const),
    ...orders.control.columns.map((column, index) => [['orders', 'control', 'columns', index], column] as const),
  ].map(([path, column]) => [[...path], column]);
  return columns.flatMap(([path, column]) => (typeof column === 'object' ? [[[...path, 'text'], column.text]] : []));
}
export type ControlLine = z.infer<typeof controlLine>;
