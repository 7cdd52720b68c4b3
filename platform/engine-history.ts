import type { Client, WorkflowExecutionInfo } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';

/** An event as the engine's JSON has it (protobuf's JSON form). */
export interface EngineEvent {
  readonly eventId: string;
  readonly eventTime?: string;
  readonly eventType: string;
  readonly [attributes: string]: unknown;
}

/** Runs of a workflow that the engine has, the oldest first. */
export async function runsOf(client: Client, workflowId: string): Promise<WorkflowExecutionInfo[]> {
  const runs: WorkflowExecutionInfo[] = [];
  const query = `WorkflowId = '${workflowId.replaceAll("'", "''")}'`;
  for await (const run of client.workflow.list({ query })) runs.push(run);
  return runs.toSorted((one, other) => one.startTime.getTime() - other.startTime.getTime());
}

/** The events of a run so far. @throws WorkflowNotFoundError where the engine has none */
export async function eventsIn(client: Client, workflowId: string, runId: string): Promise<EngineEvent[]> {
  const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
  const { events } = JSON.parse(historyToJSON(history)) as { events: EngineEvent[] };
  return events;
}
