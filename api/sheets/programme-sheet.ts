import type { Programme } from '../../domain/schemas/programme.js';
import { readTable } from '../../prisma/register/table.js';
import type { FileEntry } from '../acting/import-programmes.js';
import type { Sheet } from './sheet.js';

const TITLES = ['项目', '字段', '内容'] as const;

/** Programmes as a table: a row for each field, its name the way to it (`measure.unit.zh`). */
export const programmeSheet = (programmes: readonly Programme[]): Sheet => ({
  title: '项目标准',
  columns: [
    { title: TITLES[0], width: 24 },
    { title: TITLES[1], width: 32 },
    { title: TITLES[2], width: 80 },
  ],
  rows: programmes.flatMap((programme) =>
    leavesOf(programme, []).map(([path, value]) => [programme.code, path.join('.'), textOf(value)]),
  ),
});

/** What such a table says, with the line of each field; nothing where it is none. */
export async function programmeEntries(bytes: Buffer): Promise<FileEntry[] | undefined> {
  const [header, ...rows] = await readTable(bytes);
  if (!header || TITLES.some((title, at) => header.cells[at]?.trim() !== title)) return undefined;
  const entries = new Map<string, { value: unknown; lines: Map<string, number> }>();
  for (const { line, cells } of rows) {
    const [code = '', field = '', content = ''] = cells.map((cell) => cell.trim());
    const entry = entries.get(code) ?? { value: {}, lines: new Map() };
    if (field.split('.').some((key) => key in Object.prototype)) return undefined;
    put(entry.value as Record<string, unknown>, field.split('.'), valueOf(field, content));
    entry.lines.set(field, line);
    entries.set(code, entry);
  }
  return [...entries].map(([code, { value, lines }]) => ({
    value: listsIn(value),
    fieldOf: (path) => fieldAt(code, path.join('.'), lines),
  }));
}

/** The line of a field, or of the first one within it. */
function fieldAt(code: string, field: string, lines: ReadonlyMap<string, number>): string {
  const within = [...lines].find(([name]) => name === field || name.startsWith(`${field}.`));
  return within ? `第${within[1]}行 ${code} ${field}` : `${code} ${field}`;
}

/** An empty list is a leaf, as it has no fields of its own. */
function leavesOf(value: unknown, path: string[]): [string[], unknown][] {
  const isBranch = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  if (!isBranch) return [[path, value]];
  return Object.entries(value).flatMap(([key, part]) => (part === undefined ? [] : leavesOf(part, [...path, key])));
}

/** Texts as they are; what is none, or would be taken for another, as JSON has it. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Codes of digits are texts. */
const TEXT_FIELDS = /^(?:countyCode|code|name|summary|basis|source|remark|noticeName)(?:\.|$)|(?:\.zh|\.en)$/;
function valueOf(field: string, content: string): unknown {
  const plain = content.toLowerCase();
  if (TEXT_FIELDS.test(field)) return content;
  if (/^-?\d+(?:\.\d+)?$/.test(content)) return Number(content);
  if (plain === 'true' || plain === 'false') return plain === 'true';
  return content === '[]' ? [] : content;
}

function put(target: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) target[key] = value;
  else put((target[key] ??= {}) as Record<string, unknown>, rest, value);
}

/** What is numbered from 0 is a list. */
function listsIn(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const parts = Object.entries(value).map(([key, part]) => [key, listsIn(part)] as const);
  const isList = parts.length > 0 && parts.every(([key], at) => key === String(at));
  return isList ? parts.map(([, part]) => part) : Object.fromEntries(parts);
}
