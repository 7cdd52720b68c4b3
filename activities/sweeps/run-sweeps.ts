import { setMaxListeners } from 'node:events';
import type { Logger } from 'pino';
import { repeat } from '../repeat.js';
import { whenSignedOff } from '../restore-gate.js';
import { carryCorrections } from './carry-corrections.js';
import { carryNotices } from './carry-notices.js';
import { carrySchedules } from './carry-schedules.js';
import { closeYears } from './close-years.js';
import { eraseOver } from './erase-over.js';
import { fileArchives } from './file-archives.js';
import { collectReports } from './collect-reports.js';
import { commitReturned } from './commit-anew.js';
import { handDividendsOn, startDividends } from './dividends.js';
import { heedChanges, makeRuns } from './entitlements.js';
import { noteOverdue, noteSilentPayments } from './overdue.js';
import { noteLateBundles, noteLatePostings, noteLateSignatures } from './overdue-bundles.js';
import { startReturns, tellLateResults } from './late-results.js';
import { reconcileDays, reconcileDueDays } from './reconcile-days.js';
import { startBatches } from './start-batches.js';
import { startBundles } from './start-bundles.js';
import { startCases, startFollowUps, startReviews } from './start-cases.js';
import type { Sweep, Swept } from './sweep.js';
import { tellDiscrepancies } from './tell-discrepancies.js';
import { tellHouseholdChanges, tellObjections, tellPapers } from './tell-cases.js';

const PAGE = 50;
const EVERY_MS: readonly (readonly [Sweep, number])[] = [
  [whenSignedOff(startCases), 1000],
  [whenSignedOff(makeRuns), 1000],
  [whenSignedOff(heedChanges), 1000],
  [whenSignedOff(startDividends), 1000],
  [whenSignedOff(handDividendsOn), 1000],
  [whenSignedOff(startReviews), 1000],
  [whenSignedOff(startBundles), 1000],
  [whenSignedOff(carryNotices), 1000],
  [whenSignedOff(carryCorrections), 2000],
  [whenSignedOff(startFollowUps), 1000],
  [whenSignedOff(carrySchedules), 1000],
  [whenSignedOff(startBatches), 1000],
  [collectReports, 1000],
  [whenSignedOff(startReturns), 1000],
  [tellLateResults, 2000],
  [tellObjections, 1000],
  [tellPapers, 1000],
  [tellHouseholdChanges, 1000],
  [noteOverdue, 5000],
  [noteLateBundles, 5000],
  [noteLatePostings, 5000],
  [noteLateSignatures, 5000],
  [tellDiscrepancies, 5000],
  [reconcileDays, 5000],
  [reconcileDueDays, 60_000],
  [noteSilentPayments, 60_000],
  [whenSignedOff(fileArchives), 5000],
  [whenSignedOff(eraseOver), 60_000],
  [closeYears, 60_000],
  [commitReturned, 60_000],
];

/** Runs every sweep beside the others until told to stop. */
export async function runSweeps(swept: Swept, log: Logger, stopping: AbortSignal): Promise<void> {
  // Every sweep that rests listens to it.
  setMaxListeners(0, stopping);
  await Promise.all(
    EVERY_MS.map(([sweep, everyMs]) =>
      repeat(sweep.name, async () => ({ more: (await sweep(swept, PAGE)) === PAGE }), { everyMs, log, stopping }),
    ),
  );
}
