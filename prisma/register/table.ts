import { parse } from 'csv-parse/sync';
import { spreadsheetRows } from './spreadsheet.js';
import type { TableRow } from './table-row.js';
import { UnreadableRegister } from './unreadable-register.js';

const ZIP = Buffer.from('PK\u0003\u0004');
const OLD_EXCEL = Buffer.from('d0cf11e0', 'hex');

/**
 * The rows of a CSV file (UTF-8 or GB18030) or of the first sheet of an Excel file; what it is is seen from its bytes.
 *
 * @throws UnreadableRegister if it is neither.
 */
export async function readTable(bytes: Buffer): Promise<TableRow[]> {
  if (bytes.subarray(0, 4).equals(OLD_EXCEL)) {
    throw new UnreadableRegister(
      '这是旧版 Excel（.xls）文件，请另存为 .xlsx 或 CSV 后再导入。',
      'This is a file of an old Excel (.xls): save it as .xlsx or CSV and import that.',
    );
  }
  if (bytes.subarray(0, 4).equals(ZIP)) return spreadsheetRows(bytes);
  return csvRows(decode(bytes));
}

/** Files that Chinese office software saves as CSV are in GB18030, of which GBK and GB2312 are parts. */
function decode(bytes: Buffer): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not in this encoding.
    }
  }
  throw new UnreadableRegister(
    '无法识别该文件：它既不是 Excel（.xlsx），也不是 UTF-8 或 GB18030 编码的 CSV；请重新另存为其中一种后再导入。',
    'The file is neither Excel (.xlsx) nor CSV in UTF-8 or GB18030: save it anew as one of these and import that.',
  );
}

function csvRows(text: string): TableRow[] {
  try {
    const records = parse(text, { bom: true, info: true, relaxColumnCount: true, skipRecordsWithEmptyValues: true });
    // With `info` each record comes with the line on which it ends.
    return (records as unknown as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      line: info.lines,
      cells: record,
    }));
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? '?';
    throw new UnreadableRegister(
      `第 ${line} 行不符合 CSV 格式（多半是引号不成对），请改正后再导入。`,
      `Line ${line} is not CSV (most likely a quotation mark without its pair): correct it and import again.`,
    );
  }
}
