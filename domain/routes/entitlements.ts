import { SIGNERS } from '../rules/matters.js';
import { CaseParams } from '../schemas/case-view.js';
import { AwaitsSignature, Signature } from '../schemas/decision.js';
import {
  EntitlementEnd,
  EntitlementPage,
  EntitlementQuery,
  EntitlementView,
  RunPage,
  RunQuery,
} from '../schemas/entitlement.js';
import { LoanChangeBody, LoanDesk, LoanSigned } from '../schemas/loan.js';
import { CASE_READERS, route } from './route.js';

export const entitlementRoutes = {
  listEntitlements: route({
    method: 'get',
    personal: true,
    path: '/api/entitlements',
    tag: 'entitlements',
    summary: { zh: '按期发放的享受资格（本户或辖区）', en: 'What is paid period after period, own or of the area' },
    who: CASE_READERS,
    query: EntitlementQuery,
    answers: { 200: EntitlementPage },
  }),
  getEntitlement: route({
    method: 'get',
    personal: true,
    path: '/api/entitlements/{caseNo}',
    tag: 'entitlements',
    summary: { zh: '一项享受资格', en: 'One entitlement' },
    who: CASE_READERS,
    params: CaseParams,
    answers: { 200: EntitlementView },
    errors: ['NOT_FOUND', 'OUT_OF_AREA'],
  }),
  listEntitlementRuns: route({
    method: 'get',
    path: '/api/entitlements/{caseNo}/runs',
    tag: 'entitlements',
    summary: { zh: '各期发放情况', en: 'Its periods, each paid by a run' },
    who: CASE_READERS,
    params: CaseParams,
    query: RunQuery,
    answers: { 200: RunPage },
    errors: ['NOT_FOUND', 'OUT_OF_AREA'],
  }),
  endEntitlement: route({
    method: 'post',
    path: '/api/entitlements/{caseNo}/end',
    tag: 'entitlements',
    summary: { zh: '停止发放（写明理由，告知农户）', en: 'End it with a reason; the household is told' },
    who: ['countyApprover'],
    idempotent: true,
    params: CaseParams,
    body: EntitlementEnd,
    answers: { 200: EntitlementView },
    errors: ['NOT_FOUND', 'OUT_OF_AREA', 'KIN', 'ENTITLEMENT_ENDED'],
  }),
  changeLoan: route({
    method: 'post',
    path: '/api/entitlements/{caseNo}/loan',
    tag: 'entitlements',
    summary: {
      zh: '提出贷款的无还本续贷、展期（限非主观原因）或提前还款（须第二人签字后生效）',
      en: 'Propose that a loan was renewed without repayment, extended for a reason beyond the borrower, or repaid early; in force when a second official has signed',
    },
    who: ['countyApprover'],
    idempotent: true,
    params: CaseParams,
    body: LoanChangeBody,
    answers: { 201: AwaitsSignature },
    errors: [
      ...(['NOT_FOUND', 'OUT_OF_AREA', 'KIN', 'ENTITLEMENT_ENDED'] as const),
      ...(['LOAN_NOT_THERE', 'LOAN_FELL_DUE', 'LOAN_CHANGE_THERE'] as const),
    ],
  }),
  signLoanChange: route({
    method: 'post',
    path: '/api/entitlements/{caseNo}/loan/signature',
    tag: 'entitlements',
    summary: {
      zh: '贷款变更的第二人签字，或不同意',
      en: 'The second signature under a change of a loan, or disagreement',
    },
    who: SIGNERS,
    standIn: true,
    idempotent: true,
    params: CaseParams,
    body: Signature,
    answers: { 200: LoanSigned },
    errors: [
      ...(['NOT_FOUND', 'OUT_OF_AREA', 'KIN', 'ALREADY_SIGNED', 'PROPOSAL_CHANGED', 'TASK_TAKEN'] as const),
      ...(['ENTITLEMENT_ENDED', 'LOAN_NOT_THERE', 'LOAN_FELL_DUE', 'NOT_AWAITED'] as const),
    ],
  }),
  getLoan: route({
    method: 'get',
    personal: true,
    path: '/api/entitlements/{caseNo}/loan',
    tag: 'entitlements',
    summary: {
      zh: '贷款待签字的变更，及变更可依据的材料',
      en: 'The change of a loan that waits for a signature, and the papers that one may rest on',
    },
    who: ['countyApprover', ...SIGNERS, 'auditor'],
    standIn: true,
    params: CaseParams,
    answers: { 200: LoanDesk },
    errors: ['NOT_FOUND', 'OUT_OF_AREA', 'LOAN_NOT_THERE'],
  }),
};
