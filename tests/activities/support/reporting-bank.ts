import type { Bank, ReportLine } from '../../../bank/bank.js';
import { noBank } from './quiet-bank.js';
import { ORDER_FEN } from './many-orders.js';

type Says = ReportLine['says'];
type Line = Partial<ReportLine> & Pick<ReportLine, 'reference'>;

const BOOKED_AT = '2026-03-02T02:00:00.000Z';

/** A line of a report, of the full amount unless it says otherwise. */
export const line = (says: Says, reference: string, more: Partial<ReportLine> = {}): ReportLine => ({
  ...{ reference, says, amountFen: ORDER_FEN, bookedAt: BOOKED_AT },
  ...(says === 'returned' && { reasonCode: 'ACCOUNT_CLOSED' }),
  ...more,
});

/** The bytes of a report with control totals that fit. */
export function bytesOf(lines: readonly Line[], more: object = {}): Uint8Array {
  const sumFen = lines.reduce((sum, { amountFen = 0 }) => sum + amountFen, 0);
  return Buffer.from(JSON.stringify({ kind: 'results', count: lines.length, sumFen, lines, ...more }));
}

/** A bank that has reports lying ready, and counts how often each was fetched. */
export class ReportingBank implements Bank {
  readonly real = false;
  readonly fileOf = noBank.fileOf;
  readonly readReport = noBank.readReport;
  readonly stage = noBank.stage;
  readonly handOver = noBank.handOver;
  readonly ask = noBank.ask;
  readonly checkPayee = noBank.checkPayee;
  readonly reports = new Map<string, Uint8Array>();
  readonly fetched: string[] = [];

  /** Lays a report ready. */
  report(name: string, lines: readonly ReportLine[], more: object = {}): void {
    this.reports.set(name, bytesOf(lines, more));
  }

  listReports(): Promise<string[]> {
    return Promise.resolve([...this.reports.keys()]);
  }

  fetchReport(name: string): Promise<Uint8Array> {
    this.fetched.push(name);
    return Promise.resolve(this.reports.get(name)!);
  }
}
