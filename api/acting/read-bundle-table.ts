import { stepsOf } from '../../domain/rules/quantities.js';
import { BUNDLE_COLUMNS, type BundleColumn, BundleTableRow } from '../../domain/schemas/bundle-table.js';
import type { Programme } from '../../domain/schemas/programme.js';
import { columnsIn, headerFault } from '../../prisma/register/header.js';
import { type Rejection, rejection } from '../../prisma/register/rejection.js';
import type { TableRow } from '../../prisma/register/table-row.js';
import { readTable } from '../../prisma/register/table.js';
import { UnreadableRegister } from '../../prisma/register/unreadable-register.js';
import { Refused } from '../problem.js';
import type { ListedRow } from './list-households.js';

const UNIT_TOO_FINE = (unit: string, scale: number) =>
  [`“数量”以${unit}计，最多${scale}位小数`, `${BUNDLE_COLUMNS.quantity} has at most ${scale} decimal places`] as const;

/**
 * The rows of the table of a bundle (CSV or Excel), each by itself, and why the others are none.
 * @throws Refused UNREADABLE_TABLE
 */
export async function readBundleTable(
  bytes: Buffer,
  programme: Programme,
): Promise<{ rows: ListedRow[]; rejections: Rejection[] }> {
  const [header, ...body] = await tableIn(bytes);
  const columns = columnsOf(header);
  const rows: ListedRow[] = [];
  const rejections: Rejection[] = [];
  for (const { line, cells } of body) {
    const texts = Object.fromEntries(columns.flatMap((column, at) => (column ? [[column, cells[at] ?? '']] : [])));
    const parsed = BundleTableRow.safeParse(texts);
    const row = parsed.success ? listed(line, parsed.data, programme) : faultsOf(line, parsed.error.issues);
    if ('reason' in row) rejections.push(row);
    else rows.push(row);
  }
  return { rows, rejections };
}

/** Quantities are written in the unit of the programme, papers by their names. */
function listed(line: number, row: BundleTableRow, { measure, papers }: Programme): ListedRow | Rejection {
  const { registerNo, consentedOn, plan } = row;
  const quantity = stepsOf(row.quantity, measure.scale);
  if (quantity === undefined) return rejection(line, ...UNIT_TOO_FINE(measure.unit.zh, measure.scale));
  const kindOf = (name: string) => papers.find((paper) => paper.name.zh === name)?.kind ?? name;
  const promisedPapers = row.promisedPapers.map(kindOf);
  return { line, registerNo, quantity, consentedOn, promisedPapers, ...(plan !== '' && { plan }) };
}

async function tableIn(bytes: Buffer): Promise<TableRow[]> {
  try {
    return await readTable(bytes);
  } catch (error) {
    throw error instanceof UnreadableRegister ? unreadable(error) : error;
  }
}

function columnsOf(header: TableRow | undefined): (BundleColumn | undefined)[] {
  const { columns, faults } = columnsIn(header, BUNDLE_COLUMNS);
  const fault = headerFault(faults);
  if (!fault) return columns;
  throw unreadable({
    zh: `第一行的列名不对。${fault.zh}。样例见 docs/examples/bundle.csv。`,
    en: `The header is not right. ${fault.en}. See docs/examples/bundle.csv.`,
  });
}

const unreadable = ({ zh, en }: { zh: string; en: string }) =>
  new Refused('UNREADABLE_TABLE', { errors: [{ field: 'file', zh, en }] });

function faultsOf(line: number, issues: readonly { path: PropertyKey[]; message: string }[]): Rejection {
  const faults = issues.map(({ path, message }) => {
    const [zh = '', en = zh] = message.split('\n');
    return [`“${BUNDLE_COLUMNS[path[0] as BundleColumn]}”${zh}`, `${BUNDLE_COLUMNS[path[0] as BundleColumn]}: ${en}`];
  });
  return rejection(line, faults.map(([zh]) => zh).join('；'), faults.map(([, en]) => en).join('; '));
}
