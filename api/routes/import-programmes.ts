import { readFile } from 'node:fs/promises';
import { UnreadableRegister } from '../../prisma/register/unreadable-register.js';
import { type FileEntry, importProgrammes as importEntries } from '../acting/import-programmes.js';
import type { Handler } from '../handler.js';
import { invalid } from '../problem.js';
import { programmeEntries } from '../sheets/programme-sheet.js';

const NO_FILE = {
  field: 'file',
  zh: '请选择项目文件：由本系统导出的 JSON 或 Excel，改好后上传',
  en: 'Choose a file of programmes: JSON or Excel as it was exported here, changed',
};

/** Nothing is stored when anything is wrong; what was brought in waits for somebody else's signature. */
export const importProgrammes: Handler<'importProgrammes'> = async ({ who, file }, { db }) => {
  if (!file) throw invalid([NO_FILE]);
  const entries = await entriesOf(await readFile(file.path));
  if (!entries || entries.length === 0) throw invalid([NO_FILE]);
  return { status: 201, body: await importEntries(db, who, entries) };
};

async function entriesOf(bytes: Buffer): Promise<FileEntry[] | undefined> {
  if (bytes.toString('utf8', 0, 20).trimStart().startsWith('{')) return jsonEntries(bytes);
  try {
    return await programmeEntries(bytes);
  } catch (error) {
    if (error instanceof UnreadableRegister) throw invalid([{ field: 'file', zh: error.zh, en: error.en }]);
    throw error;
  }
}

function jsonEntries(bytes: Buffer): FileEntry[] | undefined {
  try {
    const { programmes } = JSON.parse(bytes.toString()) as { programmes?: unknown };
    if (!Array.isArray(programmes)) return undefined;
    return programmes.map((value: unknown, index) => ({
      value,
      fieldOf: (path) => ['programmes', index, ...path].join('.'),
    }));
  } catch {
    return undefined;
  }
}
