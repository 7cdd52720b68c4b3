import { BATCH_STATES } from '../../domain/texts/bank.js';
import { sendBatch } from '../acting/send-batch.js';
import type { Handler } from '../handler.js';
import { coded } from '../queries/coded.js';

export const sendPaymentBatch: Handler<'sendPaymentBatch'> = async ({ who, actId }, { db }) => {
  const no = await sendBatch(db, who, actId);
  return { status: 201, body: { no, state: coded(BATCH_STATES, 'open') }, location: `/api/payment-batches/${no}` };
};
