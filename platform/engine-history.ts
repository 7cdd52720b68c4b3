import { type Client, type WorkflowExecutionInfo, WorkflowNotFoundError } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';

/** An event as the engine's JSON has it (protobuf's JSON form). */
export interface EngineEvent {
  readonly eventId: string;
  readonly eventTime?: string;
  readonly eventType: string;
  readonly [attributes: string]: unknown;
}

/** A run of a workflow, as the engine tells of it. */
type EngineRun = Pick<WorkflowExecutionInfo, 'runId' | 'startTime' | 'status' | 'type'>;

/** Runs of a workflow that the engine has, the oldest first; the last one also where its lists do not have it yet. */
export async function runsOf(client: Client, workflowId: string): Promise<EngineRun[]> {
  const runs = new Map<string, EngineRun>();
  const query = `WorkflowId = '${workflowId.replaceAll("'", "''")}'`;
  for await (const run of client.workflow.list({ query })) runs.set(run.runId, run);
  const last = await lastRun(client, workflowId);
  if (last) runs.set(last.runId, last);
  return [...runs.values()].toSorted((one, other) => one.startTime.getTime() - other.startTime.getTime());
}

async function lastRun(client: Client, workflowId: string): Promise<EngineRun | undefined> {
  try {
    return await client.workflow.getHandle(workflowId).describe();
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  }
}

/** The events of a run so far. @throws WorkflowNotFoundError where the engine has none */
export async function eventsIn(client: Client, workflowId: string, runId: string): Promise<EngineEvent[]> {
  const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
  const { events } = JSON.parse(historyToJSON(history)) as { events: EngineEvent[] };
  return events;
}
