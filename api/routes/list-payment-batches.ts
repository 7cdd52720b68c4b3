import type { Handler } from '../handler.js';
import { batchPage } from '../queries/payment-batches.js';

export const listPaymentBatches: Handler<'listPaymentBatches'> = async ({ who, query }, { db }) => ({
  status: 200,
  body: await batchPage(db, who, query),
});
