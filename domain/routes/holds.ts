import { HoldLifting, HoldPage, HoldParams, HoldPlaced, HoldQuery, HoldView, NewHold } from '../schemas/holds.js';
import { route } from './route.js';

export const holdRoutes = {
  placeHold: route({
    method: 'post',
    path: '/api/holds',
    tag: 'payments',
    summary: {
      zh: '暂停支付（一个办件、一户、一个账户或一个批次）',
      en: 'Put the payments of a case, a household, an account or a batch on hold',
    },
    who: ['paymentReviewer', 'countySupervisor'],
    idempotent: true,
    body: NewHold,
    answers: { 201: HoldPlaced },
    errors: ['NOT_FOUND', 'OUT_OF_AREA', 'HOLD_THERE'],
  }),
  listHolds: route({
    method: 'get',
    path: '/api/holds',
    tag: 'payments',
    summary: { zh: '暂停支付清单', en: 'What is, or was, on hold' },
    who: ['paymentMaker', 'paymentReviewer', 'countySupervisor', 'auditor'],
    query: HoldQuery,
    answers: { 200: HoldPage },
  }),
  liftHold: route({
    method: 'post',
    path: '/api/holds/{id}/lift',
    tag: 'payments',
    summary: { zh: '解除暂停', en: 'Lift a hold' },
    who: ['paymentReviewer', 'countySupervisor'],
    idempotent: true,
    params: HoldParams,
    body: HoldLifting,
    answers: { 200: HoldView },
    errors: ['NOT_FOUND', 'OUT_OF_AREA', 'OWN_HOLD', 'KIN', 'HOLD_LIFTED'],
  }),
};
