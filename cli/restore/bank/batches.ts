import { TASK_QUEUE } from '../../../platform/temporal.js';
import type { Ground } from '../ground.js';
import { terminate } from '../terminate.js';

/**
 * Batches that are not at their end are run anew from their rows: what they do follows from these alone. One that the
 * records know nothing of, and the bank neither, never left: it is ended.
 */
export async function runBatchesAnew({ db, client }: Ground, inEngine: Iterable<string>): Promise<void> {
  const rows = await db.paymentBatch.findMany({ select: { no: true, endedAt: true, startedAt: true } });
  for (const { no: batchNo, endedAt, startedAt } of rows) {
    if (endedAt || !startedAt) continue;
    await client.workflow.start('paymentBatch', {
      ...{ taskQueue: TASK_QUEUE, workflowId: batchNo, args: [{ batchNo }] },
      ...{ workflowIdReusePolicy: 'ALLOW_DUPLICATE', workflowIdConflictPolicy: 'TERMINATE_EXISTING' },
    });
  }
  const known = new Set(rows.map(({ no }) => no));
  for (const id of [...inEngine].filter((each) => isBatch(each) && !known.has(each))) {
    await terminate(client, id, 'The records know nothing of it.');
  }
}

export const isBatch = (workflowId: string): boolean => /^\d{6}-B\d{8}-\d+$/.test(workflowId);
