import type { Client } from '@temporalio/client';
import { OperatorError } from '../../platform/operator-error.js';

/** A worker that stands still for so long loses no history. */
const MARGIN_HOURS = 24;

/** @throws OperatorError where the engine may throw histories away before they are sealed */
export async function assertKeptLongEnough(client: Client, namespace: string): Promise<void> {
  const { config } = await client.workflowService.describeNamespace({ namespace });
  const seconds = Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0);
  if (seconds >= MARGIN_HOURS * 3600) return;
  const hours = Math.floor(seconds / 3600);
  throw new OperatorError(
    `Temporal 命名空间 ${namespace} 只保留办结历史 ${hours} 小时，短于封存所需的 ${MARGIN_HOURS} 小时：历史可能在封存之前被清除。请把保留期设为一年（至少 ${MARGIN_HOURS} 小时）后再启动。`,
    `The Temporal namespace ${namespace} keeps ended histories for ${hours} hours only, less than the ${MARGIN_HOURS} that sealing needs: they may be gone before they are sealed. Set its retention to a year (at least ${MARGIN_HOURS} hours) and start again.`,
  );
}
