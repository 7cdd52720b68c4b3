import type { Handler } from '../handler.js';
import { newestProgrammes } from '../queries/programme-versions.js';
import { programmeSheet } from '../sheets/programme-sheet.js';
import { sheetFile } from '../sheets/sheet-file.js';

export const exportProgrammes: Handler<'exportProgrammes'> = async ({ who, query }, { db }) => {
  const programmes = await newestProgrammes(db, who.areaCode);
  const name = `programmes-${who.areaCode}`;
  if (query.format === 'xlsx') {
    return { status: 200, body: 'bytes', file: await sheetFile(programmeSheet(programmes), name, 'xlsx') };
  }
  const bytes = Buffer.from(`${JSON.stringify({ programmes }, null, 2)}\n`);
  return { status: 200, body: 'bytes', file: { bytes, name: `${name}.json`, contentType: 'application/json' } };
};
