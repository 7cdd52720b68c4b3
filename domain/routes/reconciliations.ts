import type { Role } from '../rules/roles.js';
import {
  ReconciliationDetail,
  ReconciliationLineQuery,
  ReconciliationPage,
  ReconciliationParams,
  ReconciliationQuery,
  ReconciliationReportQuery,
  ReconciliationSignature,
  ReconciliationView,
} from '../schemas/reconciliation.js';
import { BYTES, route } from './route.js';

const READERS = ['paymentMaker', 'paymentReviewer', 'countySupervisor', 'auditor'] as const satisfies readonly Role[];

export const reconciliationRoutes = {
  listReconciliations: route({
    method: 'get',
    path: '/api/reconciliations',
    tag: 'payments',
    summary: { zh: '每日对账', en: 'Days of the bank’s statement against the ledger' },
    who: READERS,
    query: ReconciliationQuery,
    answers: { 200: ReconciliationPage },
  }),
  getReconciliation: route({
    method: 'get',
    path: '/api/reconciliations/{county}/{date}',
    tag: 'payments',
    summary: { zh: '一天的对账明细与差异', en: 'A day with its lines and discrepancies' },
    who: READERS,
    params: ReconciliationParams,
    query: ReconciliationLineQuery,
    answers: { 200: ReconciliationDetail },
    errors: ['NOT_FOUND', 'OUT_OF_AREA'],
  }),
  exportReconciliation: route({
    method: 'get',
    path: '/api/reconciliations/{county}/{date}/report',
    tag: 'payments',
    summary: { zh: '对账日报导出（Excel 或 CSV）', en: 'The report of a day as an Excel or CSV file' },
    who: READERS,
    params: ReconciliationParams,
    query: ReconciliationReportQuery,
    answers: { 200: BYTES },
    errors: ['NOT_FOUND', 'OUT_OF_AREA'],
  }),
  signReconciliation: route({
    method: 'post',
    path: '/api/reconciliations/{county}/{date}/signature',
    tag: 'payments',
    summary: { zh: '对账签字', en: 'Sign a day off' },
    who: ['paymentReviewer'],
    idempotent: true,
    params: ReconciliationParams,
    body: ReconciliationSignature,
    answers: { 200: ReconciliationView },
    errors: [
      ...(['NOT_FOUND', 'OUT_OF_AREA', 'DAY_NOT_OVER', 'DISCREPANCY_OPEN'] as const),
      ...(['RECONCILIATION_CHANGED', 'RECONCILIATION_SIGNED'] as const),
    ],
  }),
};
