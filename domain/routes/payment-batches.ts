import type { Role } from '../rules/roles.js';
import { EmptyBody } from '../schemas/household-step.js';
import { BatchDetail, BatchPage, BatchParams, BatchQuery, BatchSent } from '../schemas/payment-batch.js';
import { route } from './route.js';

const READERS = ['paymentMaker', 'paymentReviewer', 'countySupervisor', 'auditor'] as const satisfies readonly Role[];

export const paymentBatchRoutes = {
  listPaymentBatches: route({
    method: 'get',
    path: '/api/payment-batches',
    tag: 'payments',
    summary: { zh: '支付批次列表', en: 'Payment batches of the area' },
    who: READERS,
    query: BatchQuery,
    answers: { 200: BatchPage },
  }),
  getPaymentBatch: route({
    method: 'get',
    path: '/api/payment-batches/{no}',
    tag: 'payments',
    summary: { zh: '一个支付批次及其文件', en: 'A payment batch: control totals, where its orders are, its files' },
    who: READERS,
    params: BatchParams,
    answers: { 200: BatchDetail },
    errors: ['NOT_FOUND', 'OUT_OF_AREA'],
  }),
  sendPaymentBatch: route({
    method: 'post',
    path: '/api/payment-batches',
    tag: 'payments',
    summary: {
      zh: '不等截止时点，立即发送本县已复核的指令',
      en: 'Send the county’s reviewed orders before the cut-off',
    },
    who: ['paymentReviewer'],
    idempotent: true,
    body: EmptyBody,
    answers: { 201: BatchSent },
    errors: ['OUT_OF_AREA', 'BATCH_OPEN', 'NOTHING_TO_SEND'],
  }),
};
