import { beginRestore } from '../../prisma/restore.js';
import { compareWithBank } from './bank/bank.js';
import { isBatch } from './bank/batches.js';
import { runBundlesAnew } from './bundles.js';
import { emptyReport, type RestoreReport, reportSchema } from './findings.js';
import type { Ground } from './ground.js';
import { KeptReport } from './kept-report.js';
import { lostIn, type Progress, rebuild } from './rebuild.js';
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
  const kept = new KeptReport(db, id, before === null ? emptyReport() : reportSchema.parse(before));
  const onRefilled = (workflowId: string) => kept.add({ refilled: [workflowId] });
  const { stalled, inEngine, findings } = await rebuild(ground, onProgress, { onRefilled });
  await keepNumbers(db, inEngine);
  await runBundlesAnew(ground, inEngine);
  const atBank = await compareWithBank(ground, id, inEngine);
  await kept.add(atBank);
  const ofCases = new Set([...inEngine].filter((workflowId) => !isBatch(workflowId)));
  const begun = await bringForward(ground, [...stalled, ...(await unknownToEngine(ground, ofCases))]);
  // Begun already is as good.
  await db.dividend.updateMany({ where: { state: 'dividing' }, data: { startedAt: null } });
  await kept.add({ begunAnew: begun.begunAnew, lost: await lostIn(ground, kept.report.refilled) });
  return await kept.end([...findings, ...atBank.findings, ...begun.findings]);
}
