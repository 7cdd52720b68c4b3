import { fillBatch, handOver, tellResults } from './world.js';

/** What a batch is run from: its orders are rows, its file lies in the records. */
export interface BatchCommission {
  readonly batchNo: string;
}

/**
 * 三(五) 直接拨付到户: a county's reviewed orders in one file to the bank, and its answers back to their cases. The
 * history holds the number of the batch and of its orders, none of the orders. Answers how many are left open.
 */
export async function paymentBatch({ batchNo }: BatchCommission): Promise<number> {
  if ((await fillBatch(batchNo)) === 0) return 0;
  await handOver(batchNo);
  return await tellResults(batchNo);
}
