import type { archiveRoutes } from '../../domain/routes/archives.js';
import type { Handlers } from '../handler.js';
import { archiveDetail, archivePage } from '../queries/archives.js';
import { archiveSheet, coverSheet } from '../sheets/archive-sheet.js';
import { workbookFile } from '../sheets/sheet-file.js';

/** The handlers of archive files. */
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
};
