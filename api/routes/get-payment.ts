import type { Handler } from '../handler.js';
import { paymentDetail } from '../queries/payment-detail.js';

export const getPayment: Handler<'getPayment'> = async ({ who, params }, { db, keyring }) => ({
  status: 200,
  body: await paymentDetail(db, keyring, who, params.reference),
});
