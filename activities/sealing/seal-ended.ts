import type { WorkflowExecutionInfo } from '@temporalio/client';
import { TASK_QUEUE } from '../../platform/temporal.js';
import { sealWorkflow } from './seal-workflow.js';
import type { Sealing } from './sealing.js';

/** The engine lists what has ended with some delay: it is looked for again from so long before. */
const OVERLAP_MS = 600_000;
const PAGE = 100;

/**
 * Finds whatever ended in the engine without a seal: cases, and whatever else runs there. The first look goes through
 * everything that the engine has, each further one through what has ended since.
 */
export class EndedWorkflows {
  readonly #sealing: Sealing;
  #since = new Date(0);

  constructor(sealing: Sealing) {
    this.#sealing = sealing;
  }

  async sealAll(): Promise<void> {
    const began = Date.now();
    const query = `ExecutionStatus != 'Running' AND TaskQueue = '${TASK_QUEUE}' AND CloseTime > '${this.#since.toISOString()}'`;
    const page: WorkflowExecutionInfo[] = [];
    for await (const run of this.#sealing.client.workflow.list({ query, pageSize: PAGE })) {
      page.push(run);
      if (page.length === PAGE) await this.#sealPage(page.splice(0));
    }
    await this.#sealPage(page);
    this.#since = new Date(began - OVERLAP_MS);
  }

  async #sealPage(runs: readonly WorkflowExecutionInfo[]): Promise<void> {
    const ids = [...new Set(runs.map(({ workflowId }) => workflowId))];
    const states = await this.#sealing.db.sealState.findMany({ where: { workflowId: { in: ids } } });
    const sealed = new Map(states.map(({ workflowId, sealedRunId }) => [workflowId, sealedRunId]));
    const latest = new Map(
      runs.toSorted((a, b) => a.startTime.getTime() - b.startTime.getTime()).map((run) => [run.workflowId, run.runId]),
    );
    for (const [workflowId, runId] of latest) {
      if (sealed.get(workflowId) !== runId) await sealWorkflow(this.#sealing, workflowId);
    }
  }
}
