import type { Handler } from '../handler.js';
import { visibleSchedule } from '../queries/payee-schedules.js';
import { scheduleSheet } from '../sheets/schedule-sheet.js';
import { sheetFile } from '../sheets/sheet-file.js';

export const exportPayeeSchedule: Handler<'exportPayeeSchedule'> = async ({ who, params, query }, deps) => {
  const { no } = await visibleSchedule(deps.db, who, params.no);
  const sheet = await scheduleSheet(deps.db, deps.keyring, no);
  return { status: 200, body: 'bytes', file: await sheetFile(sheet, no, query.format) };
};
