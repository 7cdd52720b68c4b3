import { postReports } from '../../../activities/reports/post-reports.js';
import { storeReport } from '../../../activities/reports/store-report.js';
import { reconcileDays } from '../../../activities/sweeps/reconcile-days.js';
import type { Swept } from '../../../activities/sweeps/sweep.js';
import type { ReportLine } from '../../../bank/bank.js';
import { shanghaiDate, startOfShanghaiDay } from '../../../domain/rules/working-days.js';
import { sumFen } from '../../../domain/rules/fen.js';

const DAY_MS = 86_400_000;

/** The date in Shanghai so many days ago. */
export const daysAgo = (days: number): string => shanghaiDate(Date.now() - days * DAY_MS);
/** A moment of a date in Shanghai, noon unless it is said. */
export const at = (date: string, hour = 12): string =>
  new Date(startOfShanghaiDay(date) + hour * 3_600_000).toISOString();

export const credited = (reference: string, date: string, amountFen = 70_000): ReportLine => ({
  ...{ reference, amountFen, says: 'credited', bookedAt: at(date) },
});

/** A bank that reports what the test says, by files that the worker's sweeps would have fetched. */
export class BankDay {
  readonly #swept: Swept;
  #files = 0;

  constructor(swept: Swept) {
    this.#swept = swept;
  }

  /** What became of orders: kept and posted. */
  async results(...lines: ReportLine[]): Promise<void> {
    await this.#report({ kind: 'results' }, lines);
    await postReports(this.#swept);
  }

  /** A statement of a day. */
  async statement(date: string, ...lines: ReportLine[]): Promise<void> {
    await this.#report({ kind: 'statement', date }, lines);
  }

  /** Lets the sweep look at what came. */
  async reconcile(): Promise<void> {
    while ((await reconcileDays(this.#swept, 50)) > 0);
  }

  async #report(about: object, lines: ReportLine[]): Promise<void> {
    this.#files++;
    const totals = { count: lines.length, sumFen: sumFen(lines.map(({ amountFen }) => amountFen)) };
    const bytes = new TextEncoder().encode(JSON.stringify({ ...about, ...totals, lines }));
    await storeReport(this.#swept, { name: `report-${this.#files}.json`, bytes });
  }
}
