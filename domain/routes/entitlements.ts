import { CaseParams } from '../schemas/case-view.js';
import {
  EntitlementEnd,
  EntitlementPage,
  EntitlementQuery,
  EntitlementView,
  RunPage,
  RunQuery,
} from '../schemas/entitlement.js';
import { LoanChangeBody } from '../schemas/loan.js';
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
      zh: '登记贷款的无还本续贷、展期（限非主观原因）或提前还款',
      en: 'A loan was renewed without repayment, extended for a reason beyond the borrower, or repaid early',
    },
    who: ['countyApprover'],
    idempotent: true,
    params: CaseParams,
    body: LoanChangeBody,
    answers: { 200: EntitlementView },
    errors: ['NOT_FOUND', 'OUT_OF_AREA', 'KIN', 'ENTITLEMENT_ENDED', 'LOAN_NOT_THERE', 'LOAN_FELL_DUE'],
  }),
};
