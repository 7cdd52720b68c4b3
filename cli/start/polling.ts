import { connect, TASK_QUEUE, type Where } from '../../platform/temporal.js';

const WORKFLOW_TASKS = 1;

/** Whether the worker with this process number asks Temporal for work. */
export async function isPolling(where: Where, env: NodeJS.ProcessEnv, pid: number): Promise<boolean> {
  try {
    const connection = await connect(where, env);
    try {
      const { pollers } = await connection.workflowService.describeTaskQueue({
        namespace: where.temporalNamespace,
        taskQueue: { name: TASK_QUEUE },
        taskQueueType: WORKFLOW_TASKS,
      });
      return (pollers ?? []).some(({ identity }) => identity?.split('@')[0] === String(pid));
    } finally {
      await connection.close();
    }
  } catch {
    return false;
  }
}
