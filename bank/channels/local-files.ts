import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { OperatorError } from '../../platform/operator-error.js';
import type { Entry, Files } from './files.js';

const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);

/** Personal data: only for us and the group that the bank's own program belongs to. */
const READABLE = 0o640;

/** A drop folder on a disk of this machine, or on one that is mounted here. */
export class LocalFiles implements Files {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  async list(folder: string): Promise<Entry[]> {
    const names = await readdir(this.#at(folder));
    const entries = await Promise.all(names.map((name) => this.#entry(folder, name)));
    return entries.filter((entry) => entry !== undefined);
  }

  async exists(file: string): Promise<boolean> {
    return (await unlessMissing(stat(this.#at(file)))) !== undefined;
  }

  async makeFolder(folder: string): Promise<void> {
    await this.#orFull(() => mkdir(this.#at(folder)));
  }

  async write(file: string, bytes: Uint8Array): Promise<void> {
    await this.#orFull(async () => {
      const handle = await open(this.#at(file), 'wx', READABLE);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
    });
  }

  read(file: string): Promise<Uint8Array> {
    return readFile(this.#at(file));
  }

  async move(from: string, to: string): Promise<boolean> {
    return (await unlessMissing(rename(this.#at(from), this.#at(to)).then(() => true))) ?? false;
  }

  async remove(file: string): Promise<void> {
    await rm(this.#at(file), { recursive: true, force: true });
  }

  async settle(folder: string): Promise<void> {
    // Windows has no such thing.
    if (process.platform === 'win32') return;
    const handle = await open(this.#at(folder), 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  #at(file: string): string {
    return path.join(this.#root, file);
  }

  /** Undefined where it went away meanwhile. */
  async #entry(folder: string, name: string): Promise<Entry | undefined> {
    const found = await unlessMissing(stat(this.#at(`${folder}/${name}`)));
    return found && { name, isFile: found.isFile(), bytes: found.size, modifiedAt: found.mtimeMs };
  }

  async #orFull(write: () => Promise<unknown>): Promise<void> {
    try {
      await write();
    } catch (error) {
      throw FULL.has((error as NodeJS.ErrnoException).code ?? '') ? diskFull(this.#root) : error;
    }
  }
}

async function unlessMissing<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

const diskFull = (folder: string): OperatorError =>
  new OperatorError(
    `银行文件夹 ${folder} 所在的磁盘已满：批次文件没有写成，也没有留下半个文件；请腾出空间，系统会自动重试。`,
    `The disk of the bank's folder ${folder} is full: the file of a batch was not written, and no half of it is left; make room, and it is tried again by itself.`,
  );
