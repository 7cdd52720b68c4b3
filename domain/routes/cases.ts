import { CaseParams, CaseView, Timeline } from '../schemas/case-view.js';
import { PaymentDetail, PaymentPage, PaymentParams, PaymentQuery } from '../schemas/office.js';
import { CASE_READERS, route } from './route.js';

export const caseRoutes = {
  getCase: route({
    method: 'get',
    personal: true,
    path: '/api/cases/{caseNo}',
    tag: 'cases',
    summary: { zh: '办件现状', en: 'Where a case is' },
    who: CASE_READERS,
    params: CaseParams,
    answers: { 200: CaseView },
    errors: ['NOT_FOUND', 'OUT_OF_AREA'],
  }),
  getTimeline: route({
    method: 'get',
    personal: true,
    path: '/api/cases/{caseNo}/timeline',
    tag: 'cases',
    summary: { zh: '办件全过程', en: 'All that happened in a case, in plain words' },
    who: CASE_READERS,
    params: CaseParams,
    answers: { 200: Timeline },
    errors: ['NOT_FOUND', 'OUT_OF_AREA'],
  }),
  listPayments: route({
    method: 'get',
    personal: true,
    path: '/api/payments',
    tag: 'payments',
    summary: { zh: '拨付清单', en: 'Payments of the area' },
    who: ['paymentMaker', 'paymentReviewer', 'countySupervisor', 'auditor'],
    query: PaymentQuery,
    answers: { 200: PaymentPage },
  }),
  getPayment: route({
    method: 'get',
    personal: true,
    path: '/api/payments/{reference}',
    tag: 'payments',
    summary: { zh: '一笔拨付及银行往来', en: 'One payment, with every word of the bank' },
    who: ['paymentMaker', 'paymentReviewer', 'countySupervisor', 'auditor'],
    params: PaymentParams,
    answers: { 200: PaymentDetail },
    errors: ['NOT_FOUND', 'OUT_OF_AREA'],
  }),
};
