import { Context } from '@temporalio/activity';
import type { Db } from '../../prisma/client.js';

/** Whoever records something has a history that has grown: it is marked in the log by a sweep. */
export async function noteGrowth(db: Db): Promise<void> {
  const { workflowExecution } = Context.current().info;
  if (!workflowExecution) return;
  await db.$executeRaw`
    INSERT INTO "SealState" ("workflowId") VALUES (${workflowExecution.workflowId})
    ON CONFLICT ("workflowId") DO UPDATE SET "changedAt" = clock_timestamp()`;
}
