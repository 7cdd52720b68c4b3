import { type Client, WorkflowNotFoundError } from '@temporalio/client';

/** Ends a workflow that is not to go on; one that has ended, or that the engine does not know, is as good. */
export async function terminate(client: Client, workflowId: string, why: string): Promise<void> {
  try {
    await client.workflow.getHandle(workflowId).terminate(why);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}
