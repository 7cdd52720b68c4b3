import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import type { BankReport } from '../bank.js';
import { arrived, stemOf } from './arrived.js';
import type { BankSide } from './bank-side.js';
import { FileConflict, type Books } from './books.js';
import type { Faults } from './faults.js';
import { FileInvalid, token } from './messages.js';

export interface FolderOptions {
  /** Where files are exchanged. */
  readonly folder: string;
  readonly side: BankSide;
  /** What a report is called in the folder. */
  readonly fileNameOf: (name: string, report: BankReport) => string;
  readonly books: Books;
  readonly faults: Faults;
  /** Told of what must not happen. */
  readonly onFault: (error: unknown) => void;
}

/** How often the bank looks into the folder. */
const LOOK_EVERY_MS = 200;
/** A file on its way is hidden, or has a name that says so. */
const IS_ON_ITS_WAY = /^\.|\.(?:tmp|part)$/;

/**
 * The bank's second door: a folder in which files are exchanged, for those who reach a bank by files.
 *
 * | folder     | what lies there                                                                              |
 * | ---------- | -------------------------------------------------------------------------------------------- |
 * | `out/`     | files for the bank: each must appear whole, that is by renaming                               |
 * | `taken/`   | files that the bank has taken; moved there once they are in its books                         |
 * | `refused/` | files that it can't read, with a report that says so; those in conflict with its books, without |
 * | `in/`      | reports; each appears whole and is laid once, again after a restart if it was taken away       |
 *
 * Of the script of faults those of files, orders and reports apply; those of the line do not.
 */
export class FolderDoor {
  readonly #options: FolderOptions;
  readonly #laid = new Set<string>();
  #looking: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  private constructor(options: FolderOptions) {
    this.#options = options;
  }

  static async open(options: FolderOptions): Promise<FolderDoor> {
    const door = new FolderDoor(options);
    for (const name of ['out', 'taken', 'refused', 'in'] as const) await mkdir(door.#at(name), { recursive: true });
    for (const file of await readdir(door.#at('in'))) door.#laid.add(file);
    door.#lookSoon();
    return door;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#looking;
  }

  #at(...names: string[]): string {
    return path.join(this.#options.folder, ...names);
  }

  #lookSoon(): void {
    this.#timer = setTimeout(() => {
      this.#looking = this.#look().catch(this.#options.onFault);
      void this.#looking.then(() => (this.#closed ? undefined : this.#lookSoon()));
    }, LOOK_EVERY_MS);
  }

  async #look(): Promise<void> {
    const names = (await readdir(this.#at('out'))).filter((name) => !IS_ON_ITS_WAY.test(name));
    for (const name of names.toSorted()) await this.#take(name);
    for (const [name, report] of this.#options.books.now.reports) await this.#lay(name, report);
  }

  async #take(name: string): Promise<void> {
    const { books, side, faults } = this.#options;
    try {
      const bytes = await readFile(this.#at('out', name));
      await books.take(arrived({ name, bytes }, side, faults));
      await rename(this.#at('out', name), this.#at('taken', name));
    } catch (error) {
      if (!(error instanceof FileInvalid) && !(error instanceof FileConflict)) throw error;
      const batchNo = stemOf(name);
      if (error instanceof FileInvalid && token.safeParse(batchNo).success) await books.refuse(batchNo, 'FILE_INVALID');
      await rename(this.#at('out', name), this.#at('refused', name));
    }
  }

  async #lay(name: string, report: BankReport): Promise<void> {
    const { side, fileNameOf } = this.#options;
    const file = fileNameOf(name, report);
    if (this.#laid.has(file)) return;
    const onItsWay = this.#at('in', `.${file}.part`);
    await writeDurably(onItsWay, side.writeReport(report));
    await rename(onItsWay, this.#at('in', file));
    this.#laid.add(file);
  }
}

async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
