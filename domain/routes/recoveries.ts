import { CaseParams } from '../schemas/case-view.js';
import { AwaitsSignature, Signature } from '../schemas/decision.js';
import {
  NewReceipt,
  NewRecovery,
  RecoveryDetail,
  RecoveryPage,
  RecoveryQuery,
  RecoverySigned,
} from '../schemas/recoveries.js';
import { route } from './route.js';

export const recoveryRoutes = {
  proposeRecovery: route({
    method: 'post',
    path: '/api/cases/{caseNo}/recovery',
    tag: 'payments',
    summary: {
      zh: '提出追缴（须第二人签字后生效）',
      en: 'Propose a claim; in force when a second official has signed',
    },
    who: ['countySupervisor'],
    idempotent: true,
    params: CaseParams,
    body: NewRecovery,
    answers: { 201: AwaitsSignature },
    errors: ['NOT_FOUND', 'OUT_OF_AREA', 'KIN', 'NOTHING_PAID', 'CLAIM_TOO_LARGE', 'CLAIM_THERE'],
  }),
  signRecovery: route({
    method: 'post',
    path: '/api/cases/{caseNo}/recovery/signature',
    tag: 'payments',
    summary: { zh: '追缴的第二人签字，或不同意', en: 'The second signature under a claim, or disagreement' },
    who: ['countySupervisor', 'paymentReviewer'],
    idempotent: true,
    params: CaseParams,
    body: Signature,
    answers: { 200: RecoverySigned },
    errors: [
      ...(['NOT_FOUND', 'OUT_OF_AREA', 'KIN', 'OWN_DECISION', 'ALREADY_SIGNED', 'PROPOSAL_CHANGED'] as const),
      ...(['NOTHING_PAID', 'CLAIM_TOO_LARGE', 'CLAIM_THERE'] as const),
    ],
  }),
  bookReceipt: route({
    method: 'post',
    path: '/api/cases/{caseNo}/recovery/receipts',
    tag: 'payments',
    summary: { zh: '登记收回的款项', en: 'Book money that came back under a claim' },
    who: ['paymentReviewer'],
    idempotent: true,
    params: CaseParams,
    body: NewReceipt,
    answers: { 201: RecoveryDetail },
    errors: ['NOT_FOUND', 'OUT_OF_AREA', 'NOTHING_PAID', 'CLAIM_SETTLED', 'RECEIPT_TOO_LARGE', 'VOUCHER_USED'],
  }),
  getRecovery: route({
    method: 'get',
    personal: true,
    path: '/api/cases/{caseNo}/recovery',
    tag: 'payments',
    summary: { zh: '一个办件的追缴', en: 'The claim in a case' },
    who: ['paymentMaker', 'paymentReviewer', 'countySupervisor', 'auditor'],
    params: CaseParams,
    answers: { 200: RecoveryDetail },
    errors: ['NOT_FOUND', 'OUT_OF_AREA'],
  }),
  listRecoveries: route({
    method: 'get',
    personal: true,
    path: '/api/recoveries',
    tag: 'payments',
    summary: { zh: '追缴清单', en: 'Claims of the area' },
    who: ['paymentMaker', 'paymentReviewer', 'countySupervisor', 'auditor'],
    query: RecoveryQuery,
    answers: { 200: RecoveryPage },
  }),
};
