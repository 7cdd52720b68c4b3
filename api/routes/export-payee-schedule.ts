import type { Handler } from '../handler.js';
import { visibleSchedule } from '../queries/payee-schedules.js';
import { scheduleSheet } from '../sheets/schedule-sheet.js';
import { csvOf, xlsxOf } from '../sheets/sheet.js';

const CONTENT_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

export const exportPayeeSchedule: Handler<'exportPayeeSchedule'> = async ({ who, params, query }, deps) => {
  const { no } = await visibleSchedule(deps.db, who, params.no);
  const sheet = await scheduleSheet(deps.db, deps.keyring, no);
  const bytes = query.format === 'csv' ? csvOf(sheet) : await xlsxOf(sheet);
  const file = { bytes, name: `${no}.${query.format}`, contentType: CONTENT_TYPES[query.format] };
  return { status: 200, body: 'bytes', file };
};
