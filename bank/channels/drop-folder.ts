import { randomUUID } from 'node:crypto';
import { sha256 } from '../../platform/digest.js';
import { OperatorError } from '../../platform/operator-error.js';
import type { FileState, OrdersFile } from '../bank.js';
import type { FileChannel } from '../channel.js';
import { Arrivals } from './arrivals.js';
import type { Entry, Files } from './files.js';

/** Ours: what is laid ready, and a mark of everything that ever was. On the same file system as `out`. */
const STAGING = 'staging';
/** The bank takes what lies here: away, or into `taken`. */
const OUT = 'out';
const TAKEN = 'taken';
/** The bank lays its reports here. */
const IN = 'in';
/** What a folder of staging has in it: the file until it is handed over, and the mark for good. */
const FILE = 'orders';
const MARK = 'staged';
const BUILDING = '.building-';
/** After this nobody is still building. */
const RUIN_MS = 3_600_000;

export interface DropOptions {
  /** How long a report must not have changed before it counts as whole. */
  quietMs?: number;
  /** Beginnings of the names of what lies there and is no report. */
  ignored?: readonly string[];
  /** Is told why it is not known what became of a file. */
  onUnknown?: (name: string, why: string) => void;
}

/**
 * A folder in which files are dropped for a bank. A file can be handed over once:
 *
 * 1. `stage` builds the folder `staging/<name>.<digest>` with the file and a mark under another name and moves it there
 *    whole. A folder that has the mark in it can't be replaced by such a move, so nothing is laid ready a second time,
 *    by whatever process.
 * 2. `handOver` moves the file out of it into `out`, in one step. That is the only way out, and it is open once.
 * 3. `ask`: a folder without its file has been handed over (`taken`); with it, it has not (`nothingOfIt`). Without a
 *    folder nobody here knows (`unknown`): the folders may have been lost.
 *
 * | ended                               | then `ask` says | and then                                       |
 * | ----------------------------------- | --------------- | ---------------------------------------------- |
 * | while the folder is built           | `unknown`       | nothing was on record as sent: it is built anew |
 * | laid ready, before the move         | `nothingOfIt`   | it is handed over                              |
 * | after the move                      | `taken`         | nothing, also when the bank has it away already |
 */
export class DropFolder implements FileChannel {
  readonly #files: Files;
  readonly #arrivals: Arrivals;
  readonly #ignored: readonly string[];
  readonly #onUnknown: (name: string, why: string) => void;

  constructor(files: Files, { quietMs = 2000, ignored = [], onUnknown }: DropOptions = {}) {
    this.#files = files;
    this.#ignored = ignored;
    this.#arrivals = new Arrivals(quietMs);
    this.#onUnknown = onUnknown ?? (() => undefined);
  }

  /** Before anything else: the folders that the bank knows are there. @throws OperatorError */
  async prepare(): Promise<void> {
    for (const folder of [OUT, IN]) if (!(await this.#files.exists(folder))) throw noFolder(folder);
    if (!(await this.#files.exists(STAGING))) await this.#files.makeFolder(STAGING);
  }

  async stage(file: OrdersFile): Promise<void> {
    const place = placeOf(file);
    if (await this.#files.exists(place)) return;
    await this.#clearRuins();
    const building = `${STAGING}/${BUILDING}${randomUUID()}`;
    try {
      await this.#files.makeFolder(building);
      await this.#files.write(`${building}/${FILE}`, file.bytes);
      await this.#files.write(`${building}/${MARK}`, new Uint8Array());
      await this.#files.settle(building);
      await this.#files.move(building, place);
    } catch (error) {
      await this.#files.remove(building).catch(() => undefined);
      // Another process was quicker: the same bytes lie there.
      if (!(await this.#files.exists(place))) throw error;
    }
    await this.#files.settle(STAGING);
  }

  async handOver(file: OrdersFile): Promise<FileState> {
    return await this.#orUnknown(file.name, async () => {
      const place = placeOf(file);
      if (!(await this.#isWithBank(file.name)) && (await this.#files.move(`${place}/${FILE}`, `${OUT}/${file.name}`))) {
        await this.#files.settle(OUT);
        await this.#files.settle(place);
        await this.#clear(file.name, place);
        return 'taken';
      }
      return await this.#stateOf(file.name);
    });
  }

  async ask(name: string): Promise<FileState> {
    return await this.#orUnknown(name, () => this.#stateOf(name));
  }

  async listReports(): Promise<string[]> {
    const entries = await this.#files.list(IN);
    const reports = entries.filter(({ name }) => !this.#ignored.some((beginning) => name.startsWith(beginning)));
    return this.#arrivals.look(reports, performance.now());
  }

  async fetchReport(name: string): Promise<Uint8Array> {
    if (!isPlainName(name)) throw new Error('A report has the name of a file, without folders.');
    return await this.#files.read(`${IN}/${name}`);
  }

  async #stateOf(name: string): Promise<FileState> {
    if (await this.#isWithBank(name)) return 'taken';
    const places = await this.#placesOf(name);
    const waiting = await Promise.all(places.map((place) => this.#files.exists(`${place}/${FILE}`)));
    if (waiting.includes(false)) return 'taken';
    return places.length > 0 ? 'nothingOfIt' : 'unknown';
  }

  async #isWithBank(name: string): Promise<boolean> {
    return (await this.#files.exists(`${OUT}/${name}`)) || (await this.#files.exists(`${TAKEN}/${name}`));
  }

  /** Where files of that name were laid ready: one, or several where it was built anew before it was sent. */
  async #placesOf(name: string): Promise<string[]> {
    const entries = await this.#files.list(STAGING);
    const isOfName = (folder: string) => folder.slice(0, -17) === name && /^\.[0-9a-f]{16}$/.test(folder.slice(-17));
    return entries.filter((entry) => isOfName(entry.name)).map((entry) => `${STAGING}/${entry.name}`);
  }

  /** What was laid ready under the name and has not become the file that went: nobody needs it any more. */
  async #clear(name: string, place: string): Promise<void> {
    const others = (await this.#placesOf(name)).filter((other) => other !== place);
    await Promise.all(others.map((other) => this.#files.remove(other)));
  }

  /** What was being built when a process was killed: it may have personal data in it. */
  async #clearRuins(): Promise<void> {
    const isRuin = ({ name, modifiedAt }: Entry) => name.startsWith(BUILDING) && modifiedAt < Date.now() - RUIN_MS;
    const ruins = (await this.#files.list(STAGING)).filter(isRuin);
    await Promise.all(ruins.map(({ name }) => this.#files.remove(`${STAGING}/${name}`)));
  }

  async #orUnknown(name: string, find: () => Promise<FileState>): Promise<FileState> {
    try {
      const state = await find();
      if (state === 'unknown') this.#onUnknown(name, 'it was never laid ready here');
      return state;
    } catch (error) {
      this.#onUnknown(name, error instanceof Error ? error.message : String(error));
      return 'unknown';
    }
  }
}

const noFolder = (folder: string): OperatorError =>
  new OperatorError(
    `银行文件夹中没有子文件夹 ${folder}：请核对 BANK_URL 指向的文件夹，并与银行一起建好 out 和 in 两个子文件夹。`,
    `The bank's folder has no folder ${folder} in it: please check the folder that BANK_URL names, and make out and in there together with the bank.`,
  );

function placeOf({ name, bytes }: OrdersFile): string {
  if (!isPlainName(name)) throw new Error('A file for a bank has a plain name, without folders.');
  return `${STAGING}/${name}.${sha256(bytes).slice(0, 16)}`;
}

const isPlainName = (name: string): boolean => /^[^./\\\0][^/\\\0]*$/.test(name);
