import type { Client } from '@temporalio/client';
import type { StrandAnew } from '../cli/restore/begin-anew.js';
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

/** Some at a time. */
export async function each<Item>(items: Iterable<Item>, work: (item: Item) => Promise<unknown>): Promise<void> {
  const waiting = items[Symbol.iterator]();
  const hand = async () => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hand));
}
