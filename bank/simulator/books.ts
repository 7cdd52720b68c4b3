import path from 'node:path';
import type { BankReport, TransferBatch } from '../bank.js';
import type { Booked, Entry, Move } from './entries.js';
import type { Faults } from './faults.js';
import { Fold } from './fold.js';
import { conflicts, takenOf, type Arrived } from './intake.js';
import { openJournal, type Journal } from './journal.js';
import { accepted } from './messages.js';
import { asOfToday } from './old-entries.js';
import { nextMidnight, statementOf, statementsDue } from './statements.js';
import { Teller } from './teller.js';

/** The bank has something else under this name, this batch or one of these references: nothing moved. */
export class FileConflict extends Error {
  constructor(name: string) {
    super(`Something else is already known under what the file ${name} names.`);
    this.name = 'FileConflict';
  }
}

interface Options {
  readonly faults: Faults;
  /** Told of what must not happen. */
  readonly onFault: (error: unknown) => void;
  readonly clock?: () => number;
}

/** What becomes known within this time goes into one report. */
const REPORT_EVERY_MS = 200;

/**
 * The bank's books: a fold over the journal.
 *
 * 1. Nothing is told before it is on the disk.
 * 2. A file is taken whole or not at all; the same file again is nothing new.
 * 3. A reference is credited at most once, in whatever files it comes. One that the bank has is told of as it is by
 *    then; with other content than the bank has it, the whole file is refused: whoever numbers orders twice is not to
 *    be paid in part.
 * 4. What was taken before a crash is settled and reported after it, a return after its credit.
 * 5. A report never changes once it is laid out.
 *
 * Everything that changes the books waits for its turn.
 */
export class Books {
  readonly #fold = new Fold();
  readonly #journal: Journal<Entry>;
  readonly #faults: Faults;
  readonly #teller: Teller;
  readonly #onFault: (error: unknown) => void;
  readonly #clock: () => number;
  #turn: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #toldAt = 0;
  #closed = false;

  private constructor(journal: Journal<Entry>, { faults, onFault, clock = Date.now }: Options) {
    this.#journal = journal;
    this.#faults = faults;
    this.#teller = new Teller(faults, (batchNo) => this.namesOf(batchNo));
    this.#onFault = onFault;
    this.#clock = clock;
  }

  /** @throws JournalDamaged */
  static async open(home: string, options: Options): Promise<Books> {
    const { journal, entries } = await openJournal<Entry>(path.join(home, 'journal.log'));
    const books = new Books(journal, options);
    for (const entry of entries) books.#fold.apply(asOfToday(entry));
    await books.#inTurn(() => books.#proceed());
    return books;
  }

  /** What is on the disk. */
  get now(): Pick<Fold, 'files' | 'bookings' | 'reports'> {
    return this.#fold;
  }

  /** Under which names a batch's file can be meant. */
  namesOf(batchNo: string): string[] {
    return [batchNo, this.#fold.fileOf(batchNo) ?? batchNo];
  }

  /** Takes a file. The batch, if it is new. @throws FileConflict, FileInvalid */
  async take(file: Arrived): Promise<TransferBatch | undefined> {
    return await this.#inTurn(async () => {
      const known = this.#fold.files.get(file.name);
      if (known && known.sha256 !== file.sha256) throw new FileConflict(file.name);
      if (known) return undefined;
      const batch = accepted(file.read());
      if (conflicts(batch, this.#fold)) throw new FileConflict(file.name);
      await this.#write([takenOf(file, batch, this.#fold, this.#faults, this.#now())]);
      await this.#proceed();
      return batch;
    });
  }

  /** Lays out a report that nothing of a batch's file was taken; none where the bank has the batch. */
  async refuse(batchNo: string, reasonCode: string): Promise<void> {
    await this.#inTurn(async () => {
      if (this.#fold.fileOf(batchNo) === undefined)
        await this.#lay({ kind: 'results', batchNo, refusesFile: reasonCode, lines: [] });
    });
  }

  /** Lays out a statement of a day; nothing for a day that has not begun. Of today it is a further one each time. */
  async layStatement(date: string): Promise<string | undefined> {
    return await this.#inTurn(async () => {
      const laid = statementOf(date, this.#fold, this.#now());
      if (laid && !this.#fold.reports.has(laid.name)) await this.#write([laid]);
      return laid?.name;
    });
  }

  /** No more faults; what they kept back is told. */
  async forgetFaults(): Promise<void> {
    await this.#inTurn(async () => {
      this.#faults.forget();
      this.#teller.release();
      await this.#proceed();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#turn;
    await this.#journal.close();
  }

  #inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(act);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  #now(): number {
    return Math.max(this.#clock(), this.#fold.latestAt);
  }

  /** Books what is due, tells what is to be told, lays out the statements of days that are over. */
  async #proceed(): Promise<void> {
    for (let due = this.#due(); due.length > 0; due = this.#due()) await this.#write(due);
    for (const report of this.#teller.reports(this.#fold.words, this.#now())) await this.#lay(report);
    await this.#write(statementsDue(this.#fold, this.#now()));
    this.#toldAt = Date.now();
    this.#wakeLater();
  }

  async #lay(report: BankReport & { batchNo: string }): Promise<void> {
    const number = String(this.#fold.reportsOf(report.batchNo) + 1).padStart(3, '0');
    await this.#write([{ kind: 'laid', name: `${report.batchNo}-R${number}`, report }]);
  }

  #due(): Booked[] {
    const now = this.#now();
    const due = this.#fold.moves.filter(({ move }) => move.at <= now);
    return due.map(({ reference, move }) => booked(reference, move, now));
  }

  #wakeLater(): void {
    if (this.#closed) return;
    clearTimeout(this.#timer);
    const { moves, words } = this.#fold;
    const nextMoveAt = moves.reduce((least, { move }) => Math.min(least, move.at), Infinity);
    const nextAt = Math.min(nextMoveAt, this.#teller.nextAt(words), nextMidnight(this.#now()));
    const wait = Math.max(nextAt - this.#now(), this.#toldAt + REPORT_EVERY_MS - Date.now(), 0);
    this.#timer = setTimeout(() => {
      this.#inTurn(() => this.#proceed()).catch(this.#onFault);
    }, wait);
  }

  async #write(entries: readonly Entry[]): Promise<void> {
    if (entries.length === 0) return;
    await this.#journal.append(entries);
    for (const entry of entries) this.#fold.apply(entry);
  }
}

const booked = (reference: string, { says, reasonCode }: Move, now: number): Booked => ({
  kind: 'booked',
  reference,
  says,
  bookedAt: new Date(now).toISOString(),
  ...(reasonCode && { reasonCode }),
});
