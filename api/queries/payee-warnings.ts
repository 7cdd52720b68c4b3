import { HOLD_REASONS } from '../../domain/rules/hold-reasons.js';
import type { Programme } from '../../domain/schemas/programme.js';
import type { TaskDetail } from '../../domain/schemas/task.js';
import type { Tx } from '../../prisma/client.js';
import { expectedBlocks } from '../../prisma/payee-blocks.js';
import { coded } from './coded.js';
import { holdReasons } from './hold-reasons.js';
import type { TaskRow } from './task-view.js';

/** What will keep the money from leaving, said to those who make the order and to those who review it. 三(五). */
export async function payeeWarnings(tx: Tx, row: TaskRow, programme: Programme): Promise<TaskDetail['findings']> {
  const codes = await blocksOn(tx, row, programme);
  return codes.map((code) => ({ ...coded(HOLD_REASONS, code), severity: 'warning' }));
}

async function blocksOn(tx: Tx, { stage, subject, case: row }: TaskRow, programme: Programme): Promise<string[]> {
  if (stage === 'paymentReview') return (await holdReasons(tx, [subject]))(subject);
  if (stage !== 'paymentPreparation') return [];
  return await expectedBlocks(tx, row, programme);
}
