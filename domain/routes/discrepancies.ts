import {
  DiscrepancyPage,
  DiscrepancyParams,
  DiscrepancyQuery,
  DiscrepancySettlement,
  DiscrepancyView,
} from '../schemas/discrepancy.js';
import { route } from './route.js';

export const discrepancyRoutes = {
  listDiscrepancies: route({
    method: 'get',
    path: '/api/discrepancies',
    tag: 'payments',
    summary: { zh: '与银行不一致的事项', en: 'What does not fit between us and the bank' },
    who: ['paymentMaker', 'paymentReviewer', 'countySupervisor', 'auditor'],
    query: DiscrepancyQuery,
    answers: { 200: DiscrepancyPage },
  }),
  getDiscrepancy: route({
    method: 'get',
    path: '/api/discrepancies/{id}',
    tag: 'payments',
    summary: { zh: '一项差异及处理办法', en: 'One discrepancy, and what to do about it' },
    who: ['paymentMaker', 'paymentReviewer', 'countySupervisor', 'auditor'],
    params: DiscrepancyParams,
    answers: { 200: DiscrepancyView },
    errors: ['NOT_FOUND', 'OUT_OF_AREA'],
  }),
  settleDiscrepancy: route({
    method: 'post',
    path: '/api/discrepancies/{id}/settlement',
    tag: 'payments',
    summary: { zh: '登记差异的处理结果', en: 'Settle a discrepancy: what was found out and done' },
    who: ['paymentReviewer', 'countySupervisor'],
    idempotent: true,
    params: DiscrepancyParams,
    body: DiscrepancySettlement,
    answers: { 200: DiscrepancyView },
    errors: ['NOT_FOUND', 'OUT_OF_AREA', 'DISCREPANCY_SETTLED'],
  }),
};
