import type { Swept } from '../sweeps/sweep.js';
import { storeReport } from './store-report.js';

/**
 * Fetches the bank's reports that were not read yet, in the order of its list, and keeps them; answers how many. A name
 * that was read is not fetched again.
 *
 * @throws the first failure, after the others were fetched
 */
export async function fetchReports(swept: Swept, limit: number): Promise<number> {
  const { bank } = swept;
  const due = (await dueNames(swept)).slice(0, limit);
  const failures: unknown[] = [];
  for (const name of due) {
    try {
      await storeReport(swept, { name, bytes: await bank.fetchReport(name) });
    } catch (failure) {
      failures.push(failure);
    }
  }
  if (failures.length > 0) throw failures[0];
  return due.length;
}

async function dueNames({ db, bank }: Swept): Promise<string[]> {
  const names = await bank.listReports();
  const known = await db.bankReportName.findMany({ where: { name: { in: names } } });
  const now = new Date();
  const waiting = new Set(
    known.filter(({ fetchAt }) => fetchAt === null || fetchAt > now).map((report) => report.name),
  );
  return [...new Set(names)].filter((name) => !waiting.has(name));
}
