import Excel from 'exceljs';
import type { TableRow } from './table-row.js';
import { UnreadableRegister } from './unreadable-register.js';

/** The rows of the first sheet of an Excel file. @throws UnreadableRegister if there is none. */
export async function spreadsheetRows(bytes: Buffer): Promise<TableRow[]> {
  const sheet = await firstSheet(bytes);
  const rows: TableRow[] = [];
  sheet.eachRow((row, line) => {
    const cells = Array.from({ length: row.cellCount }, (_, index) => cellText(row.getCell(index + 1).value));
    if (cells.some((text) => text.trim() !== '')) rows.push({ line, cells });
  });
  return rows;
}

async function firstSheet(bytes: Buffer): Promise<Excel.Worksheet> {
  const workbook = new Excel.Workbook();
  const sheet = await workbook.xlsx.load(Uint8Array.from(bytes).buffer).then(
    () => workbook.worksheets[0],
    () => undefined,
  );
  if (sheet !== undefined) return sheet;
  throw new UnreadableRegister(
    '无法读取该 Excel 文件，请重新另存为 .xlsx 后再导入。',
    'The Excel file cannot be read: save it anew as .xlsx and import that.',
  );
}

/** What a person sees in the cell. */
function cellText(value: Excel.CellValue): string {
  if (value === null || value === undefined) return '';
  // Excel's dates have no time zone; the library gives them as UTC.
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'number') return numberText(value);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return value.text;
  if ('result' in value) return cellText(value.result ?? null);
  return '';
}

/** Excel keeps fifteen digits: of a longer number the rest is lost, which must show and not look like zeros. */
const numberText = (value: number): string =>
  Math.abs(value) < 1e15 ? String(value) : value.toExponential().toUpperCase();
