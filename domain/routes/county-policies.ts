import type { Role } from '../rules/roles.js';
import {
  NewPolicy,
  PolicyDraftPage,
  PolicyDraftParams,
  PolicyDraftView,
  PolicyQuery,
  PolicySignature,
  PolicyVersionPage,
} from '../schemas/policy-version.js';
import { route } from './route.js';

const MAKERS = ['countyApprover', 'administrator'] as const satisfies readonly Role[];
const SIGNERS = ['countyApprover', 'countySupervisor'] as const satisfies readonly Role[];
const READERS = [
  ...(['countyChecker', 'countyApprover', 'countySupervisor', 'auditor', 'administrator'] as const),
] as const satisfies readonly Role[];

/** 县级政策: versions that never change; a new one is signed by two. */
export const countyPolicyRoutes = {
  listCountyPolicies: route({
    method: 'get',
    path: '/api/county-policies',
    tag: 'programmes',
    summary: { zh: '本县政策的历次版本', en: 'All versions of the county’s policy' },
    who: READERS,
    query: PolicyQuery,
    answers: { 200: PolicyVersionPage },
  }),
  listPolicyDrafts: route({
    method: 'get',
    path: '/api/policy-drafts',
    tag: 'programmes',
    summary: { zh: '待签和已决定的政策新版本', en: 'Drafts of new versions, with what became of them' },
    who: READERS,
    query: PolicyQuery,
    answers: { 200: PolicyDraftPage },
  }),
  proposePolicy: route({
    method: 'post',
    path: '/api/policy-drafts',
    tag: 'programmes',
    summary: {
      zh: '提出政策新版本（须第二人签字后生效）',
      en: 'Propose a new version; in force when a second has signed',
    },
    who: MAKERS,
    idempotent: true,
    body: NewPolicy,
    answers: { 201: PolicyDraftView },
    errors: ['OUT_OF_AREA'],
  }),
  signPolicy: route({
    method: 'post',
    path: '/api/policy-drafts/{id}/signature',
    tag: 'programmes',
    summary: {
      zh: '第二人签字，政策新版本生效或退回',
      en: 'The second signature puts a draft into force, or takes it off',
    },
    who: SIGNERS,
    idempotent: true,
    params: PolicyDraftParams,
    body: PolicySignature,
    answers: { 200: PolicyDraftView },
    errors: ['NOT_FOUND', 'PROPOSAL_CHANGED', 'ALREADY_SIGNED'],
  }),
};
