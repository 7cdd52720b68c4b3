import type { Handler } from '../handler.js';
import { houseSheet } from '../sheets/house-sheet.js';
import { sheetFile } from '../sheets/sheet-file.js';

export const exportHouses: Handler<'exportHouses'> = async ({ who, query: { format, ...which } }, deps) => {
  const sheet = await houseSheet(deps.db, deps.keyring, who, which);
  return { status: 200, body: 'bytes', file: await sheetFile(sheet, 'houses', format) };
};
