import { WorkflowNotFoundError } from '@temporalio/client';
import { runText, lastMark } from '../../proof/history-text.js';
import { lastLogged, log } from '../../prisma/log-entries.js';
import { eventsIn } from '../../platform/engine-history.js';
import { sealWorkflow } from './seal-workflow.js';
import type { Sealing } from './sealing.js';

/** A case in which much happens at once is marked when it has come to rest. */
const QUIET_SECONDS = 10;

/** Marks in the log how far running workflows have come, and seals those that have ended; at most `most`. */
export async function markGrowth(sealing: Sealing, most: number, quietSeconds = QUIET_SECONDS): Promise<void> {
  const grown = await sealing.db.$queryRaw<{ workflowId: string }[]>`
    SELECT "workflowId" FROM "SealState"
    WHERE ("lookedAt" IS NULL OR "lookedAt" < "changedAt")
      AND "changedAt" <= clock_timestamp() - make_interval(secs => ${quietSeconds})
    ORDER BY "changedAt" LIMIT ${most}`;
  for (const { workflowId } of grown) await look(sealing, workflowId);
}

async function look(sealing: Sealing, workflowId: string): Promise<void> {
  const { db, client } = sealing;
  const lookedAt = new Date();
  try {
    const { status, runId } = await client.workflow.getHandle(workflowId).describe();
    if (status.name === 'RUNNING') await mark(sealing, workflowId, runId);
    else await sealWorkflow(sealing, workflowId);
  } catch (error) {
    // One that the engine has lost is for verification to find; it holds up no other.
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    sealing.log.error({ workflowId }, 'a workflow is not in the engine and was never sealed');
  }
  await db.sealState.update({ where: { workflowId }, data: { lookedAt } });
}

async function mark({ db, client }: Sealing, workflowId: string, runId: string): Promise<void> {
  const come = lastMark(runText(runId, await eventsIn(client, workflowId, runId)));
  if (!come) return;
  const last = await lastLogged(db, 'grown', workflowId);
  if (last?.runId === come.runId && last.lastEventId >= come.lastEventId) return;
  await log(db, { kind: 'grown', workflowId, ...come });
}
