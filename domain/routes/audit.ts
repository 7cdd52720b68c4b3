import { AuditCasePage, AuditCaseQuery, CaseStory, HistoryPage, HistoryQuery } from '../schemas/audit.js';
import { CaseParams } from '../schemas/case-view.js';
import { BYTES, route } from './route.js';

/** 审计: everything in it is read, nothing changed; whoever reads it is noted. */
export const auditRoutes = {
  searchCases: route({
    method: 'get',
    personal: true,
    path: '/api/audit/cases',
    tag: 'audit',
    summary: { zh: '检索各年度办件', en: 'Search over the cases of all years' },
    who: ['auditor'],
    query: AuditCaseQuery,
    answers: { 200: AuditCasePage },
    errors: ['OUT_OF_AREA'],
  }),
  getStory: route({
    method: 'get',
    personal: true,
    path: '/api/audit/cases/{caseNo}/story',
    tag: 'audit',
    summary: { zh: '由流程历史还原的办理经过', en: 'The story of a case, made from its histories' },
    who: ['auditor'],
    params: CaseParams,
    answers: { 200: CaseStory },
    errors: ['NOT_FOUND', 'OUT_OF_AREA'],
  }),
  listHistory: route({
    method: 'get',
    personal: true,
    path: '/api/audit/cases/{caseNo}/events',
    tag: 'audit',
    summary: { zh: '流程引擎中的原始事件', en: 'The raw events, as the engine has them' },
    who: ['auditor'],
    params: CaseParams,
    query: HistoryQuery,
    answers: { 200: HistoryPage },
    errors: ['NOT_FOUND', 'OUT_OF_AREA'],
  }),
  exportEvidence: route({
    method: 'get',
    personal: true,
    path: '/api/audit/cases/{caseNo}/pack',
    tag: 'audit',
    summary: { zh: '导出证据包', en: 'Export the evidence pack' },
    who: ['auditor'],
    params: CaseParams,
    answers: { 200: BYTES },
    errors: ['NOT_FOUND', 'OUT_OF_AREA', 'NO_HEAD_YET'],
  }),
};
