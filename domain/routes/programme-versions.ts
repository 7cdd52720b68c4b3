import type { Role } from '../rules/roles.js';
import { EmptyBody } from '../schemas/household-step.js';
import {
  DraftDetail,
  DraftPage,
  DraftParams,
  DraftSignature,
  DraftView,
  DryRunQuery,
  DryRunView,
  PreviewBody,
  PreviewView,
  ProgrammesImported,
  VersionExportQuery,
  VersionPage,
  VersionQuery,
} from '../schemas/programme-version.js';
import { BYTES, route } from './route.js';

const MAKERS = ['countyApprover', 'administrator'] as const satisfies readonly Role[];
const SIGNERS = ['countyApprover', 'countySupervisor'] as const satisfies readonly Role[];
const READERS = [
  ...(['countyChecker', 'countyApprover', 'countySupervisor', 'auditor', 'administrator'] as const),
] as const satisfies readonly Role[];

export const programmeVersionRoutes = {
  listProgrammeVersions: route({
    method: 'get',
    path: '/api/programme-versions',
    tag: 'programmes',
    summary: { zh: '本县各项目的历次版本', en: 'All versions of the county’s programmes' },
    who: READERS,
    query: VersionQuery,
    answers: { 200: VersionPage },
  }),
  exportProgrammes: route({
    method: 'get',
    path: '/api/programme-versions/export',
    tag: 'programmes',
    summary: { zh: '导出各项目的最新版本（JSON 或 Excel）', en: 'The newest versions as a JSON or Excel file' },
    who: READERS,
    query: VersionExportQuery,
    answers: { 200: BYTES },
  }),
  importProgrammes: route({
    method: 'post',
    path: '/api/programme-imports',
    tag: 'programmes',
    summary: { zh: '导入改好的项目文件，成为待签的新版本', en: 'Import a changed file: drafts of new versions' },
    who: MAKERS,
    idempotent: true,
    body: EmptyBody,
    upload: true,
    answers: { 201: ProgrammesImported },
    errors: ['TOO_LARGE', 'OUT_OF_AREA'],
  }),
  listProgrammeDrafts: route({
    method: 'get',
    path: '/api/programme-drafts',
    tag: 'programmes',
    summary: { zh: '待签和已决定的新版本', en: 'Drafts of new versions, with what became of them' },
    who: READERS,
    query: VersionQuery,
    answers: { 200: DraftPage },
  }),
  getProgrammeDraft: route({
    method: 'get',
    path: '/api/programme-drafts/{id}',
    tag: 'programmes',
    summary: { zh: '一份新版本草案，可接着修改', en: 'A draft of a new version, to be changed further' },
    who: READERS,
    params: DraftParams,
    answers: { 200: DraftDetail },
    errors: ['NOT_FOUND'],
  }),
  previewProgramme: route({
    method: 'post',
    path: '/api/programme-drafts/{id}/preview',
    tag: 'programmes',
    summary: { zh: '试算：指定农户按新版本能得多少', en: 'What given households would get by a draft' },
    who: READERS,
    params: DraftParams,
    body: PreviewBody,
    answers: { 200: PreviewView },
    errors: ['NOT_FOUND'],
  }),
  dryRunProgramme: route({
    method: 'get',
    path: '/api/programme-drafts/{id}/dry-run',
    tag: 'programmes',
    summary: { zh: '模拟：上年办件按新版本的得失和所需资金', en: 'What last year’s cases would have got by a draft' },
    who: READERS,
    params: DraftParams,
    query: DryRunQuery,
    answers: { 200: DryRunView },
    errors: ['NOT_FOUND'],
  }),
  signProgramme: route({
    method: 'post',
    path: '/api/programme-drafts/{id}/signature',
    tag: 'programmes',
    summary: {
      zh: '第二人签字，新版本生效或退回',
      en: 'The second signature puts a draft into force, or takes it off',
    },
    who: SIGNERS,
    idempotent: true,
    params: DraftParams,
    body: DraftSignature,
    answers: { 200: DraftView },
    errors: ['NOT_FOUND', 'PROPOSAL_CHANGED', 'ALREADY_SIGNED'],
  }),
};
