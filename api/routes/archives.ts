import type { archiveRoutes } from '../../domain/routes/archives.js';
import { appraise, holdArchive, liftArchiveHold } from '../acting/archive-file.js';
import { proposeList, receiveHandOver, signDestruction, withdrawList } from '../acting/archive-list.js';
import type { Handlers } from '../handler.js';
import { destroyDue } from '../papers/destroy-ever.js';
import { archiveListDetail, archiveListPage } from '../queries/archive-lists.js';
import { archiveDetail, archivePage } from '../queries/archives.js';
import { archiveSheet, coverSheet, listSheet } from '../sheets/archive-sheet.js';
import { workbookFile } from '../sheets/sheet-file.js';

/** The handlers of archive files, their hand-over and destruction. */
export const archiveHandlers: Pick<Handlers, keyof typeof archiveRoutes> = {
  listArchives: async ({ who, query }, { db }) => ({ status: 200, body: await archivePage(db, who, query) }),

  getArchive: async ({ who, params: { caseNo } }, { db }) => ({
    ...{ status: 200, body: await archiveDetail(db, who, caseNo) },
  }),

  exportArchive: async ({ who, params: { caseNo } }, { db }) => {
    const detail = await archiveDetail(db, who, caseNo);
    const file = await workbookFile([coverSheet(detail), archiveSheet(detail)], `archive-${caseNo}`);
    return { status: 200, body: 'bytes', file };
  },

  appraiseArchive: async ({ who, actId, params: { caseNo }, body }, { db }) => {
    await appraise(db, who, { actId, caseNo, ...body });
    return { status: 200, body: await archiveDetail(db, who, caseNo) };
  },

  holdArchive: async ({ who, actId, params: { caseNo }, body }, { db }) => {
    await holdArchive(db, who, { actId, caseNo, ...body });
    return { status: 200, body: await archiveDetail(db, who, caseNo) };
  },

  liftArchiveHold: async ({ who, actId, params: { caseNo }, body }, { db }) => {
    await liftArchiveHold(db, who, { actId, caseNo, ...body });
    return { status: 200, body: await archiveDetail(db, who, caseNo) };
  },

  listArchiveLists: async ({ who, query }, { db }) => ({ status: 200, body: await archiveListPage(db, who, query) }),

  getArchiveList: async ({ who, params: { no } }, { db }) => ({
    ...{ status: 200, body: await archiveListDetail(db, who, no) },
  }),

  exportArchiveList: async ({ who, params: { no } }, { db }) => {
    const file = await workbookFile([listSheet(await archiveListDetail(db, who, no))], `archive-list-${no}`);
    return { status: 200, body: 'bytes', file };
  },

  proposeArchiveList: async ({ who, actId, body }, { db }) => {
    const no = await proposeList(db, who, actId, body);
    return { status: 201, body: await archiveListDetail(db, who, no), location: `/api/archive-lists/${no}` };
  },

  signDestruction: async ({ who, actId, params: { no }, body }, { db, settings, log }) => {
    await signDestruction(db, who, { actId, no, ...body });
    await destroyDue(db, settings.home, log);
    return { status: 200, body: await archiveListDetail(db, who, no) };
  },

  receiveHandOver: async ({ who, actId, params: { no }, body }, { db }) => {
    await receiveHandOver(db, who, { actId, no, ...body });
    return { status: 200, body: await archiveListDetail(db, who, no) };
  },

  withdrawArchiveList: async ({ who, actId, params: { no }, body }, { db }) => {
    await withdrawList(db, who, { actId, no, ...body });
    return { status: 200, body: await archiveListDetail(db, who, no) };
  },
};
