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
export function reportingBank() {
  const reports = new Map<string, Uint8Array>();
  const fetched: string[] = [];
  const bank: Bank = {
    ...noBank,
    listReports: () => Promise.resolve([...reports.keys()]),
    fetchReport: (name) => {
      fetched.push(name);
      return Promise.resolve(reports.get(name)!);
    },
  };
  /** Lays a report ready. */
  const report = (name: string, lines: readonly ReportLine[], more: object = {}) =>
    void reports.set(name, bytesOf(lines, more));
  return { ...bank, reports, fetched, report };
}
