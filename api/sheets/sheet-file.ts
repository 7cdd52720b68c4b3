import { csvOf, type Sheet, workbookOf, xlsxOf } from './sheet.js';

const CONTENT_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** A table as a file to be kept. */
export async function sheetFile(sheet: Sheet, name: string, format: keyof typeof CONTENT_TYPES) {
  const bytes = format === 'csv' ? csvOf(sheet) : await xlsxOf(sheet);
  return { bytes, name: `${name}.${format}`, contentType: CONTENT_TYPES[format] };
}

/** Several tables as one Excel file to be kept. */
export const workbookFile = async (sheets: readonly Sheet[], name: string) => ({
  ...{ bytes: await workbookOf(sheets), name: `${name}.xlsx`, contentType: CONTENT_TYPES.xlsx },
});
