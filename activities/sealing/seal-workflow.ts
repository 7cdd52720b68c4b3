import { sha256 } from '../../proof/canonical.js';
import { broken, runText, lastMark, type RunText } from '../../proof/history-text.js';
import { historyText, packHistory, type SealedHistory, unpackHistory } from '../../proof/sealed-history.js';
import { allLogged, lastLogged, log } from '../../prisma/log-entries.js';
import { caseNoIn } from '../../domain/rules/case-number.js';
import { dueForArchive } from '../../prisma/archive-due.js';
import { tellAuditors } from './tell-auditors.js';
import { eventsIn, runsOf } from '../../platform/engine-history.js';
import { openJson } from '../../platform/open-json.js';
import { openHistory } from '../../proof/open-history.js';
import type { Sealing } from './sealing.js';

/**
 * Keeps the whole history of a workflow that has ended, all its runs, payloads as they were encrypted, and logs its
 * digest: from then on it may vanish from the engine. What does not extend the marks made on the way is kept as it is,
 * and the auditors are told.
 */
export async function sealWorkflow(sealing: Sealing, workflowId: string): Promise<void> {
  const { db, codec } = sealing;
  const inEngine = await runsOf(sealing.client, workflowId);
  const last = inEngine.at(-1);
  if (!last || last.status.name === 'RUNNING') return;
  const runs = await allRuns(
    sealing,
    workflowId,
    inEngine.map(({ runId }) => runId),
  );
  const history: SealedHistory = { workflowId, runs };
  const content = packHistory(history);
  const digest = sha256(content);
  const openedSha256 = sha256(historyText(await openHistory((event) => openJson(codec, event), history)));
  const extended = await extendsAll(sealing, workflowId, runs);
  const rows = { sha256: digest, workflowId, workflowType: last.type, caseNo: caseNoIn(workflowId) ?? null };
  await db.$transaction(async (tx) => {
    const isNew = (await lastLogged(tx, 'sealed', workflowId))?.sha256 !== digest;
    if (isNew) {
      await tx.seal.createMany({ data: [{ ...rows, bytes: content.length, content }], skipDuplicates: true });
      await log(tx, {
        kind: 'sealed',
        workflowId,
        sha256: digest,
        openedSha256,
        runs: runs.map((run) => lastMark(run)!),
      });
      if (rows.caseNo !== null) await dueForArchive(tx, rows.caseNo);
    }
    if (!extended) await tellAuditors(tx, sealing.keyring, workflowId, 'historyBroken');
    const state = { changedAt: new Date(), lookedAt: new Date(), sealedRunId: last.runId };
    await tx.sealState.upsert({
      where: { workflowId },
      create: { workflowId, ...state },
      update: { sealedRunId: last.runId },
    });
  });
}

/** What an earlier seal has, and what the engine has now: an earlier run may be gone from there by now. */
async function allRuns({ db, client }: Sealing, workflowId: string, runIds: readonly string[]): Promise<RunText[]> {
  const before = await db.seal.findFirst({ where: { workflowId }, orderBy: { sealedAt: 'desc' } });
  const kept = before ? unpackHistory(before.content).runs.filter(({ runId }) => !runIds.includes(runId)) : [];
  const runs: RunText[] = [...kept];
  for (const runId of runIds) runs.push(runText(runId, await eventsIn(client, workflowId, runId)));
  return runs;
}

async function extendsAll({ db }: Sealing, workflowId: string, runs: readonly RunText[]): Promise<boolean> {
  const marks = await allLogged(db, 'grown', workflowId);
  return broken(runs, marks).length === 0;
}
