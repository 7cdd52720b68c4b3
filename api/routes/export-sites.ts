import type { Handler } from '../handler.js';
import { sheetFile } from '../sheets/sheet-file.js';
import { siteSheet } from '../sheets/site-sheet.js';

export const exportSites: Handler<'exportSites'> = async ({ who, query }, { db }) => ({
  ...{ status: 200, body: 'bytes', file: await sheetFile(await siteSheet(db, who), 'sites', query.format) },
});
