import Excel from 'exceljs';

export interface Column {
  readonly title: string;
  /** Characters, about. */
  readonly width: number;
  /** Yuan, with two decimals. */
  readonly money?: true;
}

type Cell = string | number | null;

/** A table for people: what Excel and a text file show of it is the same. */
export interface Sheet {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

const YUAN = '#,##0.00';
/** Excel then reads the file as UTF-8. */
const MARK = '\uFEFF';

export const xlsxOf = (sheet: Sheet): Promise<Buffer> => workbookOf([sheet]);

/** Several tables in one file, each on a sheet of its own. */
export async function workbookOf(sheets: readonly Sheet[]): Promise<Buffer> {
  const workbook = new Excel.Workbook();
  for (const sheet of sheets) addSheet(workbook, sheet);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addSheet(workbook: Excel.Workbook, { title, columns, rows }: Sheet): void {
  const sheet = workbook.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ title: header, width, money }) => ({
    ...{ header, width },
    ...(money && { style: { numFmt: YUAN } }),
  }));
  sheet.getRow(1).font = { bold: true };
  for (const row of rows) sheet.addRow([...row]);
}

export const csvOf = ({ columns, rows }: Sheet): Buffer =>
  Buffer.from(
    MARK + [columns.map(({ title }) => title), ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join(''),
  );

function field(cell: Cell): string {
  if (typeof cell === 'number') return cell.toFixed(2);
  // What begins like a formula would be one.
  const text = (cell ?? '').replace(/^[=+\-@\t]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
