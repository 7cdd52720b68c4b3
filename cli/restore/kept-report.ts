import type { Db } from '../../prisma/client.js';
import type { Finding, RestoreReport } from './findings.js';

type Done = Omit<RestoreReport, 'findings' | 'accepted'>;

/** The report on the row of a restore. What was done adds up, however often it is broken off and run again. */
export class KeptReport {
  readonly #db: Db;
  readonly #id: string;
  #report: RestoreReport;

  constructor(db: Db, id: string, before: RestoreReport) {
    this.#db = db;
    this.#id = id;
    this.#report = before;
  }

  get report(): RestoreReport {
    return this.#report;
  }

  async add({ refilled, begunAnew, atBank, lostBatches, lost }: Partial<Done>): Promise<void> {
    const before = this.#report;
    this.#report = {
      ...before,
      refilled: both(before.refilled, refilled),
      begunAnew: both(before.begunAnew, begunAnew),
      atBank: both(before.atBank, atBank),
      lostBatches: both(before.lostBatches, lostBatches),
      lost: lost ?? before.lost,
    };
    await this.#keep({});
  }

  /** All is compared: what is found now is what is left. */
  async end(findings: readonly Finding[]): Promise<RestoreReport> {
    this.#report = { ...this.#report, findings: [...findings] };
    await this.#keep({ comparedAt: new Date() });
    return this.#report;
  }

  async #keep(more: { comparedAt?: Date }): Promise<void> {
    await this.#db.restore.update({ where: { id: this.#id }, data: { report: this.#report, ...more } });
  }
}

const both = (one: readonly string[], other: readonly string[] = []): string[] =>
  [...new Set([...one, ...other])].toSorted();
