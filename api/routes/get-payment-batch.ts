import type { Handler } from '../handler.js';
import { batchDetail } from '../queries/payment-batches.js';

export const getPaymentBatch: Handler<'getPaymentBatch'> = async ({ who, params }, { db }) => ({
  status: 200,
  body: await batchDetail(db, who, params.no),
});
