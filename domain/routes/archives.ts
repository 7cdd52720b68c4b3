import { ArchiveDetail, ArchivePage, ArchiveQuery } from '../schemas/archives.js';
import { CaseParams } from '../schemas/case-view.js';
import { BYTES, route } from './route.js';

const READERS = ['archivist', 'countySupervisor', 'countyApprover', 'auditor'] as const;

/** 档案: closed cases as archive files. */
export const archiveRoutes = {
  listArchives: route({
    method: 'get',
    path: '/api/archives',
    tag: 'archives',
    summary: { zh: '案卷目录', en: 'Archive files' },
    who: READERS,
    query: ArchiveQuery,
    answers: { 200: ArchivePage },
  }),
  getArchive: route({
    method: 'get',
    path: '/api/archives/{caseNo}',
    tag: 'archives',
    summary: { zh: '案卷及卷内目录', en: 'An archive file with its catalogue' },
    who: READERS,
    params: CaseParams,
    answers: { 200: ArchiveDetail },
    errors: ['NOT_FOUND', 'OUT_OF_AREA'],
  }),
  exportArchive: route({
    method: 'get',
    path: '/api/archives/{caseNo}/catalogue',
    tag: 'archives',
    summary: { zh: '卷内目录导出（Excel）', en: 'The catalogue of an archive file as an Excel file' },
    who: READERS,
    params: CaseParams,
    answers: { 200: BYTES },
    errors: ['NOT_FOUND', 'OUT_OF_AREA'],
  }),
};
