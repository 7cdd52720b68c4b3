import type { ToSign } from '../../domain/rules/signatures.js';
import type { Application } from '../../domain/schemas/application.js';
import type { Tx } from '../../prisma/client.js';
import { orderedInAllFen } from '../../prisma/ordered-in-all.js';
import type { CaseModel, TaskModel } from '../../prisma/generated/models.js';

/** What a case pays with the order that a task of finance is about, with the limit that its case began with; undefined at other stages. */
export async function orderToSign(tx: Tx, task: TaskModel, row: CaseModel): Promise<ToSign | undefined> {
  if (task.stage !== 'paymentReview') return undefined;
  const { thirdSignatureAboveFen: limit } = row.input as unknown as Application;
  return {
    amountFen: Number(await orderedInAllFen(tx, row.caseNo)),
    ...(limit !== undefined && { thirdSignatureAboveFen: limit }),
  };
}
