import { type BankReport, type ReportLine, ReportUnreadable } from '../../bank.js';
import { dayOf, instantOf } from '../booked-at.js';
import type { ReportColumn, ReportLayout, TextLayout } from './layout.js';
import { fenIn, readRows, type Row, type Sheet } from './rows.js';

const refuse = (): never => {
  throw new ReportUnreadable('MALFORMED');
};

/** A bank's report as a text file: a statement where its name says so. @throws ReportUnreadable */
export function readReport(layout: TextLayout, name: string, bytes: Uint8Array): BankReport {
  const { statement } = layout;
  if (statement && name.startsWith(statement.namePrefix)) {
    const sheet = sheetOf(layout, statement, bytes);
    const date = dayOf(sheet.control.date?.trim() ?? '') ?? refuse();
    return { kind: 'statement', date, lines: linesOf(layout, statement, sheet) };
  }
  if (!name.startsWith(layout.results.namePrefix)) refuse();
  const sheet = sheetOf(layout, layout.results, bytes);
  const batchNo = sheet.control.batchNo?.trim() ?? '';
  return {
    kind: 'results',
    ...(batchNo !== '' && { batchNo }),
    lines: linesOf(layout, layout.results, sheet),
  };
}

function sheetOf(layout: TextLayout, report: ReportLayout, bytes: Uint8Array): Sheet<ReportColumn> {
  try {
    return readRows<ReportColumn>(layout, report, bytes);
  } catch (error) {
    // Amounts that no account has.
    return error instanceof RangeError ? refuse() : raise(error);
  }
}

const raise = (error: unknown): never => {
  throw error;
};

function linesOf(layout: TextLayout, report: ReportLayout, { control, rows }: Sheet<ReportColumn>): ReportLine[] {
  return rows.map((row) => lineOf(layout, report, row, row.time ?? control.date ?? ''));
}

function lineOf(layout: TextLayout, report: ReportLayout, row: Row<ReportColumn>, time: string): ReportLine {
  const says = report.statuses[row.status?.trim() ?? ''] ?? refuse();
  const reason = row.reason?.trim() ?? '';
  return {
    ...{ reference: row.reference?.trim() ?? '', amountFen: fenIn(layout, row), says },
    ...(says === 'returned' && reason !== '' && { reasonCode: layout.reasons[reason] ?? reason }),
    bookedAt: instantOf(time.trim()) ?? refuse(),
  };
}
