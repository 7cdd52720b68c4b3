import type { Handler } from '../handler.js';
import { paymentPage } from '../queries/payments.js';

export const listPayments: Handler<'listPayments'> = async ({ who, query }, { db }) => ({
  status: 200,
  body: await paymentPage(db, who, query),
});
