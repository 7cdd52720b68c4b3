import type { Client } from '@temporalio/client';
import type { StrandAnew } from '../cli/restore/begin-anew.js';
import { inParallel } from '../platform/in-parallel.js';
import { TASK_QUEUE } from '../platform/temporal.js';

const AT_ONCE = 40;

/** Starts the cases from their records, and waits until each stands where these end. */
export async function startCases(client: Client, anew: readonly StrandAnew[]): Promise<void> {
  await each(anew, ({ type, workflowId, input }) =>
    client.workflow.start(type, { taskQueue: TASK_QUEUE, workflowId, args: [input] }),
  );
  await each(anew, async ({ workflowId }) => {
    const handle = client.workflow.getHandle(workflowId);
    while ((await handle.describe()).raw.pendingWorkflowTask);
  });
}

/** Some at a time. @throws what the first to fail threw, when the others are done */
export async function each<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  const failures = await inParallel(items, AT_ONCE, async (item) => void (await work(item)));
  if (failures[0]) throw failures[0];
}
