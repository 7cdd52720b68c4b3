import { beginRestore } from '../../prisma/restore.js';
import { compareWithBank } from './bank/bank.js';
import { isBatch } from './bank/batches.js';
import { emptyReport, type RestoreReport, reportSchema } from './findings.js';
import type { Ground } from './ground.js';
import { type Progress, rebuild } from './rebuild.js';
import { keepNumbers } from './serials.js';
import { bringForward, unknownToEngine } from './stalled.js';

/**
 * After a restore, before any worker does anything: compares records, engine and bank, and puts right what follows from
 * them. Records that are behind are filled up from the histories; workflows that are behind are begun anew from the
 * records; what the bank has paid since is on record. From its first moment nothing is started, paid or mailed, until
 * somebody signs. It may be broken off and run again.
 */
export async function reconcile(ground: Ground, onProgress: Progress): Promise<RestoreReport> {
  const { db } = ground;
  const { id, report: before } = await beginRestore(db);
  const { stalled, inEngine, ...rebuilt } = await rebuild(ground, onProgress);
  await keepNumbers(db, inEngine);
  const ofCases = { ...(before === null ? emptyReport() : reportSchema.parse(before)) };
  const report = await keep(ground, id, merged(ofCases, { ...rebuilt }));
  const atBank = await compareWithBank(ground, id, inEngine);
  const ofEngine = new Set([...inEngine].filter((workflowId) => !isBatch(workflowId)));
  const begun = await bringForward(ground, [...stalled, ...(await unknownToEngine(ground, ofEngine))]);
  const findings = [...rebuilt.findings, ...atBank.findings, ...begun.findings];
  return await keep(ground, id, merged(report, { ...atBank, begunAnew: begun.begunAnew, findings }), new Date());
}

/** What was done adds up, however often it was broken off; what was found is what is still so. */
function merged(before: RestoreReport, now: Partial<RestoreReport>): RestoreReport {
  const both = (one: readonly string[], other: readonly string[] = []) => [...new Set([...one, ...other])].toSorted();
  const lost = new Map([...before.lost, ...(now.lost ?? [])].map((each) => [each.caseNo, each]));
  return {
    refilled: both(before.refilled, now.refilled),
    begunAnew: both(before.begunAnew, now.begunAnew),
    atBank: both(before.atBank, now.atBank),
    lostBatches: both(before.lostBatches, now.lostBatches),
    lost: [...lost.values()],
    findings: now.findings ?? before.findings,
  };
}

async function keep({ db }: Ground, id: string, report: RestoreReport, comparedAt?: Date): Promise<RestoreReport> {
  await db.restore.update({ where: { id }, data: { report, ...(comparedAt && { comparedAt }) } });
  return report;
}
