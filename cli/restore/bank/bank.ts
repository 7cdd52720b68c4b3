import { countyOf } from '../../../domain/rules/county-of.js';
import { stopCases } from '../../../prisma/holds.js';
import type { Finding, RestoreReport } from '../findings.js';
import type { Ground } from '../ground.js';
import { runBatchesAnew } from './batches.js';
import { filesAtBank, relianceOn } from './candidates.js';
import { holdWhatMayHaveLeft, putOnRecord, RESTORED_HOLD } from './lost-batch.js';
import { postBankReports } from './reports.js';

/** Why a hold is lifted of itself. */
const CLEAR = '银行已答复，情况已核清（系统自动）';
const OF_CASE = /^(\d{6}-\d{4}-\d{6}-\d)-P\d+$/;

/**
 * Holds the records against the bank: what it has been given and has said since the backup is put on record, and what it
 * may have been given does not leave again.
 *
 * @param inEngine IDs of the engine's workflows
 */
export async function compareWithBank(
  ground: Ground,
  restoreId: string,
  inEngine: ReadonlySet<string>,
): Promise<Pick<RestoreReport, 'atBank' | 'lostBatches' | 'findings'>> {
  const findings: Finding[] = [];
  const lostBatches: string[] = [];
  const reliance = await relianceOn(ground);
  if (!reliance.canBeAsked) {
    await holdEverything(ground);
    findings.push({ kind: 'bankSilent', subject: '' });
  }
  for await (const asked of filesAtBank(ground, inEngine, reliance)) {
    if (asked.word === 'unknown') findings.push({ kind: 'bankSilent', subject: asked.batchNo });
    if (!(await putOnRecord(ground, asked))) lostBatches.push(asked.batchNo);
  }
  const { atBank, isAway } = await postBankReports(ground, restoreId);
  if (isAway) findings.push({ kind: 'bankAway', subject: '' });
  for (const batchNo of lostBatches) {
    await holdWhatMayHaveLeft(ground, countyOf(batchNo), inEngine.has(batchNo));
  }
  findings.push(...(await unknownOrders(ground)), ...(await holdsLeft(ground)));
  await runBatchesAnew(ground, inEngine);
  return { atBank, lostBatches, findings };
}

/** Nothing is known of what left: nothing leaves. */
async function holdEverything(ground: Ground): Promise<void> {
  const counties = await ground.db.county.findMany({ select: { code: true } });
  for (const { code } of counties) await holdWhatMayHaveLeft(ground, code, false);
}

/** What the bank has done with orders that are in no record. Nothing of their cases leaves before somebody has looked. */
async function unknownOrders({ db }: Ground): Promise<Finding[]> {
  const open = await db.discrepancy.findMany({
    where: { kind: 'foreign', settledAt: null },
    orderBy: { cause: 'asc' },
  });
  const references = [...new Set(open.flatMap(({ reference }) => reference ?? []))];
  for (const reference of references) {
    const caseNo = OF_CASE.exec(reference)?.[1];
    const row = caseNo && (await db.case.findUnique({ where: { caseNo } }));
    if (row) await db.$transaction((tx) => stopCases(tx, [row.caseNo], RESTORED_HOLD));
  }
  return references.map((reference) => ({ kind: 'unknownOrder', subject: reference }));
}

/** What is on hold since a restore; of a case that has ended, or was found to be paid, nothing is in doubt any more. */
async function holdsLeft({ db }: Ground): Promise<Finding[]> {
  await db.$executeRaw`
    UPDATE "Hold" h SET "liftedAt" = clock_timestamp(), "liftNote" = ${CLEAR}
    FROM "Case" c WHERE c."caseNo" = h."subject" AND h."kind" = 'case' AND h."reasonCode" = 'RESTORED'
      AND h."liftedAt" IS NULL AND (NOT c."running" OR EXISTS (SELECT 1 FROM "Payment" p
        WHERE p."caseNo" = c."caseNo" AND p."restoreId" IS NOT NULL AND p."state" = 'credited'))`;
  const holds = await db.hold.findMany({
    where: { reasonCode: 'RESTORED', liftedAt: null },
    orderBy: { subject: 'asc' },
  });
  return holds.map(({ subject }) => ({ kind: 'onHold', subject }));
}
