import { createHash } from 'node:crypto';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Db } from '../client.js';
import { fileHouseholds, type FileHousehold } from './file-households.js';
import { fileRows } from './file-rows.js';
import { importPage } from './import-page.js';
import type { Rejection } from './rejection.js';
import { readTable } from './table.js';
import { RegisterRun } from './register-run.js';

const HOUSEHOLDS_A_PAGE = 50;

export interface RegisterFile {
  bytes: Buffer;
  /** Only households of this area: a county's code, or one of its parts. */
  areaCode?: string;
  /** Called after every page with the number of rows that are done, and of all. */
  onProgress?: (done: number, total: number) => void;
}

export interface RegisterImportResult {
  /** Of the file: the same file again changes nothing. */
  sha256: string;
  /** Rows below the header. */
  lines: number;
  /** Rows that changed something, in this call. */
  changed: number;
  /** Rows that were not imported, by line. */
  rejections: Rejection[];
}

/**
 * Imports a register file (CSV or Excel), page by page, each in one transaction: good rows are kept, bad ones are told
 * with line and reason. An import that was interrupted goes on behind its last page when the same file is imported
 * again; one that was finished is only read again for its rejections. What a file says of a death, split, birth,
 * marriage or move in a known household becomes a `HouseholdChange`, which running cases are told.
 *
 * @throws UnreadableRegister if it is no register at all, OperatorError if it is being imported already.
 */
export async function importRegister(db: Db, keyring: Keyring, file: RegisterFile): Promise<RegisterImportResult> {
  const table = await readTable(file.bytes);
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const today = shanghaiDate(Date.now());
  const { rows, rejections: badRows } = fileRows(table);
  const { households, rejections: contradictions } = fileHouseholds(rows, today);
  const context = { keyring, today, areaCode: file.areaCode ?? '', reportedBy: `register:${sha256.slice(0, 12)}` };
  const run = await RegisterRun.of(db, sha256);
  const rejections = [...badRows, ...contradictions];
  let changed = 0;
  for (const page of pagesOf(households)) {
    const result = await run.page(rowsIn(page), (tx, write) => importPage(tx, page, { ...context, write }));
    changed += result.changed;
    rejections.push(...result.rejections);
    file.onProgress?.(run.done, rows.length - contradictions.length);
  }
  const lines = Math.max(0, table.length - 1);
  await run.finish(lines, rejections.length);
  return { sha256, lines, changed, rejections: rejections.toSorted((one, other) => one.line - other.line) };
}

function pagesOf(households: readonly FileHousehold[]): FileHousehold[][] {
  const pages: FileHousehold[][] = [];
  for (let first = 0; first < households.length; first += HOUSEHOLDS_A_PAGE) {
    pages.push(households.slice(first, first + HOUSEHOLDS_A_PAGE));
  }
  return pages;
}

const rowsIn = (page: readonly FileHousehold[]): number => page.reduce((rows, { members }) => rows + members.length, 0);
