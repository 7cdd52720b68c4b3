import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileTypeFromFile } from 'file-type';
import { isPaperType } from '../../domain/rules/paper-limits.js';
import { invalid, Refused } from '../problem.js';
import { type IncomingFile, papersFolder } from './upload.js';

export interface StoredPaper {
  readonly sha256: string;
  readonly contentType: string;
  readonly bytes: number;
}

/** Where the bytes with this digest lie. */
export const pathOf = (home: string, sha256: string): string =>
  path.join(papersFolder(home), sha256.slice(0, 2), sha256);

const NO_FILE = { field: 'file', zh: '请选择要上传的文件', en: 'Choose a file' };

/** @throws Refused INVALID_INPUT where no file came */
export function mustBeThere(file: IncomingFile | undefined): IncomingFile {
  if (!file) throw invalid([NO_FILE]);
  return file;
}

/**
 * Takes an uploaded file into the store, under the SHA-256 of its bytes, and on the disk for certain.
 * @throws Refused UNSUPPORTED_MEDIA by what its bytes are, whatever its name or header says
 */
export async function store(home: string, file: IncomingFile): Promise<StoredPaper> {
  const contentType = (await fileTypeFromFile(file.path))?.mime;
  if (!contentType || !isPaperType(contentType)) throw new Refused('UNSUPPORTED_MEDIA');
  const sha256 = await digestOf(file.path);
  const target = pathOf(home, sha256);
  if (!(await exists(target))) await moveForCertain(file.path, target);
  return { sha256, contentType, bytes: file.bytes };
}

export async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** The bytes first, then the name: after a power cut there is the whole file or none. */
async function moveForCertain(from: string, to: string): Promise<void> {
  const folder = path.dirname(to);
  await mkdir(folder, { recursive: true });
  await flush(from);
  await rename(from, to);
  await flush(folder);
}

async function flush(fileOrFolder: string): Promise<void> {
  const handle = await open(fileOrFolder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Windows can't flush folders.
    if (process.platform !== 'win32') throw error;
  } finally {
    await handle.close();
  }
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
