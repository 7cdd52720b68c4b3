import { setTimeout as delay } from 'node:timers/promises';
import { fetchReports } from '../../../activities/reports/fetch-reports.js';
import { postReports } from '../../../activities/reports/post-reports.js';
import { readReport } from '../../../activities/reports/read-report.js';
import { RunningCases } from '../../../platform/running-cases.js';
import { bytesOf, unposted } from '../../../prisma/bank-files.js';
import { markLeft } from '../../../prisma/restored-orders.js';
import type { Ground } from '../ground.js';
import { hearAgain } from './hear-again.js';

/** So many reports at a time. */
const PAGE = 200;
/** In a folder a report counts as whole once it has not changed for a while. */
const SETTLING_MS = 10_000;

/** What came of the bank's reports. */
export interface Posted {
  readonly atBank: string[];
  readonly isAway: boolean;
}

/**
 * Fetches what the bank has reported since the backup, and posts it: first of all every order that it speaks of has left
 * the house. What can't be fetched now the worker fetches later; an order that has not left by our rows is then put on
 * hold.
 */
export async function postBankReports(ground: Ground, restoreId: string): Promise<Posted> {
  const { db, keyring, bank, client } = ground;
  const swept = { db, keyring, bank, cases: new RunningCases(client) };
  const fetchSome = () => fetchReports(swept, PAGE);
  const isAway =
    (await fetchAll(fetchSome)) || (bank.real && (await delay(SETTLING_MS).then(() => fetchAll(fetchSome))));
  const files = await db.bankFile.findMany({
    where: unposted(db),
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  const atBank: string[] = [];
  for (const file of files) {
    const { lines } = await readReport(db, bank, file.name, bytesOf(keyring, file));
    atBank.push(...(await markLeft(db, restoreId, { batchNo: file.batchNo, said: lines })));
  }
  for (let left = files.length; left > 0;) {
    await postReports(swept);
    const still = await db.bankFile.count({ where: unposted(db) });
    left = still < left ? still : 0;
  }
  atBank.push(...(await hearAgain(db, restoreId)));
  await dateSettled(ground);
  return { atBank, isAway };
}

async function fetchAll(fetchSome: () => Promise<number>): Promise<boolean> {
  try {
    while ((await fetchSome()) === PAGE);
    return false;
  } catch {
    return true;
  }
}

/** Orders that were settled by their case's word alone get the bank's own date and reason. */
async function dateSettled({ db }: Ground): Promise<void> {
  await db.$executeRaw`
    UPDATE "Payment" p SET "settledAt" = l."bookedAt",
      "returnedReason" = CASE l."said" WHEN 'returned' THEN coalesce(p."returnedReason", l."reasonCode") END
    FROM "BankReportLine" l
    WHERE p."settledAt" IS NULL AND l."orderRef" = p."reference" AND l."said" =
      CASE p."state" WHEN 'reissued' THEN 'returned' WHEN 'recovered' THEN 'credited' ELSE p."state"::text END`;
}
