import { OperatorError } from '../../platform/operator-error.js';
import type { Db, Tx } from '../client.js';
import type { Rejection } from './rejection.js';

interface PageResult {
  changed: number;
  rejections: Rejection[];
}

/** Pages of busy machines take longer than the library's five seconds. */
const PATIENCE = { maxWait: 30_000, timeout: 120_000 };
/** Two imports of different files write one after the other: they may tell of the same households. */
const IMPORT_LOCK = 7_330_127;

/** One import of one file: how far it came, kept in the transactions that write the pages. */
export class RegisterRun {
  readonly #db: Db;
  readonly #sha256: string;
  readonly #doneBefore: number;
  /** Rows done as the database has it: if it has another number, somebody else is at work. */
  #recorded: number;
  readonly #finished: boolean;
  /** Rows of the pages that are done. */
  done = 0;

  private constructor(db: Db, run: { sha256: string; lines: number; finishedAt: Date | null }) {
    this.#db = db;
    this.#sha256 = run.sha256;
    this.#doneBefore = run.lines;
    this.#recorded = run.lines;
    this.#finished = run.finishedAt !== null;
  }

  /** The import of this file that was begun, or a new one. */
  static async of(db: Db, sha256: string): Promise<RegisterRun> {
    // Not an upsert: two at once would both insert.
    await db.registerImport.createMany({ data: [{ sha256 }], skipDuplicates: true });
    const run = await db.registerImport.findUniqueOrThrow({ where: { sha256 } });
    return new RegisterRun(db, run);
  }

  /** Writes a page, or only reads it where it was written before. @throws OperatorError if somebody else did meanwhile */
  async page(rows: number, work: (tx: Tx, write: boolean) => Promise<PageResult>): Promise<PageResult> {
    const write = !this.#finished && this.done + rows > this.#doneBefore;
    const result = await this.#db.$transaction(async (tx) => {
      if (write) await this.#claim(tx);
      const page = await work(tx, write);
      if (write) await this.#advance(tx, rows, page);
      return page;
    }, PATIENCE);
    this.done += rows;
    if (write) this.#recorded = this.done;
    return write ? result : { ...result, changed: 0 };
  }

  /** @param rejected how many of all `lines` were not imported */
  async finish(lines: number, rejected: number): Promise<void> {
    if (this.#finished) return;
    const data = { lines, rejected, finishedAt: new Date() };
    await this.#db.registerImport.update({ where: { sha256: this.#sha256 }, data });
  }

  async #claim(tx: Tx): Promise<void> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${IMPORT_LOCK})`;
    const run = await tx.registerImport.findUniqueOrThrow({ where: { sha256: this.#sha256 } });
    if (run.finishedAt === null && run.lines === this.#recorded) return;
    throw new OperatorError(
      '同一文件正在由另一个进程导入，请等它完成。',
      'Another process is importing the same file: wait until it is done.',
    );
  }

  async #advance(tx: Tx, rows: number, page: PageResult): Promise<void> {
    await tx.registerImport.update({
      where: { sha256: this.#sha256 },
      data: {
        lines: this.done + rows,
        changed: { increment: page.changed },
        rejected: { increment: page.rejections.length },
      },
    });
  }
}
