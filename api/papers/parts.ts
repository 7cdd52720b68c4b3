import { copyFile, mkdir, open, readdir, readFile, stat, unlink } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { PAPER_BYTES } from '../../domain/rules/paper-limits.js';
import { sha256 } from '../../platform/digest.js';
import { Refused } from '../problem.js';
import { mustBeThere, store, type StoredPaper } from './store.js';
import { type IncomingFile, papersFolder, throwAway } from './upload.js';

/** How long a paper that was begun waits for the rest of it. */
const WAITS_MS = 3 * 86_400_000;

/** A paper that comes part by part, by whoever sends it and by his name for it. */
export interface Upload {
  readonly home: string;
  readonly by: string;
  readonly applicationId: string;
  readonly uploadId: string;
}

const folderOf = (home: string): string => path.join(papersFolder(home), 'parts');

const fileOf = ({ home, by, applicationId, uploadId }: Upload): string =>
  path.join(folderOf(home), sha256(`${by}\n${applicationId}\n${uploadId}`));

/** How much of it is here. */
export const receivedOf = (upload: Upload): Promise<number> =>
  stat(fileOf(upload)).then(
    ({ size }) => size,
    () => 0,
  );

/**
 * Takes a part that follows on what is here; one that came already, or comes too early, changes nothing. Answers how
 * much is here now: there the sender goes on.
 *
 * @throws Refused TOO_LARGE
 */
export async function takePart(upload: Upload, offset: number, part: IncomingFile): Promise<number> {
  const received = await receivedOf(upload);
  if (offset + part.bytes > PAPER_BYTES) throw new Refused('TOO_LARGE', { errors: [TOO_LARGE] });
  if (offset > received) return received;
  if (received === 0) await begin(upload.home);
  const bytes = await readFile(part.path);
  const handle = await open(fileOf(upload), received === 0 ? 'a' : 'r+');
  try {
    // At its place: sent twice at once, it lies there once.
    await handle.write(bytes, 0, bytes.length, offset);
  } finally {
    await handle.close();
  }
  return await receivedOf(upload);
}

const TOO_LARGE = {
  field: 'file',
  zh: `文件不能超过${PAPER_BYTES / 1024 / 1024} MB`,
  en: `A file may have ${PAPER_BYTES / 1024 / 1024} MB at most`,
};

/**
 * Takes the whole of it into the store. The parts stay until `forget`, for whoever has to begin anew; copied, since what
 * is stored is not written to again.
 *
 * @throws Refused INVALID_INPUT where nothing came; UNSUPPORTED_MEDIA
 */
export async function storeWhole(upload: Upload): Promise<StoredPaper> {
  const bytes = await receivedOf(upload);
  const whole = { path: path.join(papersFolder(upload.home), 'incoming', randomUUID()), bytes };
  if (bytes > 0) await copyFile(fileOf(upload), whole.path);
  try {
    return await store(upload.home, mustBeThere(bytes > 0 ? whole : undefined));
  } finally {
    await throwAway(whole);
  }
}

export const forget = (upload: Upload): Promise<void> => unlink(fileOf(upload)).catch(() => undefined);

/** Makes room for parts, and throws away what nobody went on with. */
async function begin(home: string): Promise<void> {
  const folder = folderOf(home);
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Date.now() }));
    if (mtimeMs < Date.now() - WAITS_MS) await unlink(file).catch(() => undefined);
  }
}
