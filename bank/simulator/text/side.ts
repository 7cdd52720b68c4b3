import { countyOf } from '../../../domain/rules/county-of.js';
import type { BankReport, ReportLine, TransferBatch } from '../../bank.js';
import { amountText } from '../../formats/text/amounts.js';
import { encode, lineEndOf } from '../../formats/text/encoding.js';
import type { ControlColumn, OrderColumn, ReportColumn, ReportLayout, TextLayout } from '../../formats/text/layout.js';
import { fenIn, readRows, type Row, totalsOf } from '../../formats/text/rows.js';
import type { BankSide } from '../bank-side.js';
import { FileInvalid } from '../messages.js';

type OrderField = Exclude<OrderColumn, object>;

/** A bank that takes and gives payroll-style text files. Of an order it knows what the file has columns for. */
export const textSide = (layout: TextLayout): BankSide => ({
  readOrders(name, bytes): TransferBatch {
    try {
      const { rows } = readRows<OrderField>(layout, layout.orders, bytes);
      const batchNo = name.slice(0, -layout.orders.suffix.length);
      return {
        ...{ batchNo, countyCode: countyOf(batchNo), createdAt: '1970-01-01T00:00:00.000Z' },
        orders: rows.map((row) => orderOf(layout, row)),
      };
    } catch {
      throw new FileInvalid();
    }
  },

  writeReport: (report) =>
    writeReport(layout, report.kind === 'statement' ? (layout.statement ?? layout.results) : layout.results, report),
});

const orderOf = (layout: TextLayout, row: Row<OrderField>) => ({
  ...{ reference: row.reference ?? '', payeeName: row.payeeName ?? '', payeeAccount: row.payeeAccount ?? '' },
  ...{ payeeBank: row.payeeBank ?? '', remark: row.remark ?? '', amountFen: fenIn(layout, row) },
});

function writeReport(
  layout: TextLayout,
  how: ReportLayout,
  { batchNo = '', date = '', lines }: BankReport,
): Uint8Array {
  const totals = totalsOf(
    layout,
    lines.map(({ amountFen }) => amountFen),
  );
  const control = how.control.columns.map((column) => controlText({ ...totals, batchNo, date, ignored: '' }, column));
  const rows = lines.map((line) => how.columns.map((column) => reportText(layout, how, line, column)));
  const all = how.control.place === 'first' ? [control, ...rows] : [...rows, control];
  return encode(layout, all.map((fields) => fields.join(layout.delimiter) + lineEndOf(layout)).join(''));
}

const controlText = (known: Readonly<Record<Exclude<ControlColumn, object>, string>>, column: ControlColumn): string =>
  typeof column === 'object' ? column.text : known[column];

function reportText(layout: TextLayout, how: ReportLayout, line: ReportLine, column: ReportColumn): string {
  const codeOf = (codes: Readonly<Record<string, string>>, word: string) =>
    Object.keys(codes).find((code) => codes[code] === word) ?? word;
  const fields = {
    ...{ reference: line.reference, amount: amountText(layout.amounts, line.amountFen), ignored: '' },
    ...{ status: codeOf(how.statuses, line.says), reason: codeOf(layout.reasons, line.reasonCode ?? '') },
    time: line.bookedAt,
  };
  return fields[column];
}
