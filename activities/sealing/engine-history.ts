import type { Client, WorkflowExecutionInfo } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { certain, type HistoryEvent, type RunText, runText } from '../../proof/history-text.js';

/** Runs of a workflow that the engine has, the oldest first. */
export async function runsOf(client: Client, workflowId: string): Promise<WorkflowExecutionInfo[]> {
  const runs: WorkflowExecutionInfo[] = [];
  const query = `WorkflowId = '${workflowId.replaceAll("'", "''")}'`;
  for await (const run of client.workflow.list({ query })) runs.push(run);
  return runs.toSorted((one, other) => one.startTime.getTime() - other.startTime.getTime());
}

/** The events of a run as they are certain by now. @throws WorkflowNotFoundError where the engine has none */
export async function runIn(client: Client, workflowId: string, runId: string): Promise<RunText> {
  const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
  const { events } = JSON.parse(historyToJSON(history)) as { events: HistoryEvent[] };
  return runText(runId, certain(events));
}
