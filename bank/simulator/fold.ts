import type { BankReport, ReportLine, TransferOrder } from '../bank.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import type { Booked, Entry, Laid, Move, Booking, Taken, TakenOrder, Word } from './entries.js';

/** An order at the bank. */
interface Account {
  readonly order: TransferOrder;
  readonly batchNo: string;
  readonly takenAt: number;
  /** What is still to be booked, the next first. */
  readonly open: Move[];
  /** What was booked, and from when on the bank tells of it. */
  readonly booked: { line: ReportLine; tellAt: number }[];
}

/** What the journal's entries add up to. Nothing here knows a clock or a disk. */
export class Fold {
  /** By name of the file. */
  readonly files = new Map<string, { readonly sha256: string; readonly batchNo: string }>();
  readonly orders = new Map<string, Account>();
  readonly bookings: Booking[] = [];
  /** In the order of laying out. */
  readonly reports = new Map<string, BankReport>();
  /** Shanghai dates with bookings. */
  readonly days = new Set<string>();
  /** The moment of the latest entry, epoch ms: the bank's clock does not go back behind it. */
  latestAt = 0;
  readonly #nameOfBatch = new Map<string, string>();
  readonly #reportsOfBatch = new Map<string, number>();
  readonly #unsettled = new Set<Account>();
  readonly #words = new Map<string, Word>();

  /** @throws where an entry can't follow those before it, such as a second credit */
  apply(entry: Entry): void {
    if (entry.kind === 'taken') this.#taken(entry);
    else if (entry.kind === 'booked') this.#booked(entry);
    else this.#laid(entry);
  }

  /** What comes next on each order that is not settled. */
  get moves(): { reference: string; move: Move }[] {
    return [...this.#unsettled].map(({ order, open }) => ({ reference: order.reference, move: open[0]! }));
  }

  /** What is to be told, in the order of events. */
  get words(): readonly Word[] {
    return [...this.#words.values()];
  }

  /** The file that brought a batch. */
  fileOf(batchNo: string): string | undefined {
    return this.#nameOfBatch.get(batchNo);
  }

  /** How many reports about a batch were laid out. */
  reportsOf(batchNo: string): number {
    return this.#reportsOfBatch.get(batchNo) ?? 0;
  }

  #taken({ name, sha256, batchNo, takenAt, orders, repeated }: Taken): void {
    this.files.set(name, { sha256, batchNo });
    this.#nameOfBatch.set(batchNo, name);
    this.latestAt = Math.max(this.latestAt, takenAt);
    for (const taken of orders) this.#order(taken, batchNo, takenAt);
    for (const reference of repeated) this.#toTell(batchNo, takenAt, this.#present(reference, takenAt));
  }

  #order({ order, moves, quiet }: TakenOrder, batchNo: string, takenAt: number): void {
    const open = moves ? [...moves] : [{ says: 'credited', at: takenAt, tellAt: takenAt } as const];
    const account = { order, batchNo, takenAt, open, booked: [] };
    this.orders.set(order.reference, account);
    this.#unsettled.add(account);
    if (!quiet) this.#toTell(batchNo, takenAt, acceptance(account));
  }

  #booked({ kind: _kind, ...booking }: Booked): void {
    const account = this.orders.get(booking.reference);
    const move = account?.open[0];
    if (!account || move?.says !== booking.says)
      throw new Error(`${booking.reference} cannot be ${booking.says}: that is not what comes next.`);
    account.open.shift();
    if (account.open.length === 0) this.#unsettled.delete(account);
    const line = { ...booking, amountFen: account.order.amountFen };
    account.booked.push({ line, tellAt: move.tellAt });
    this.bookings.push({ line: this.bookings.length + 1, ...line });
    this.latestAt = Math.max(this.latestAt, Date.parse(line.bookedAt));
    this.days.add(shanghaiDate(Date.parse(line.bookedAt)));
    this.#toTell(account.batchNo, move.tellAt, line);
  }

  #laid({ name, report }: Laid): void {
    this.reports.set(name, report);
    const { batchNo } = report;
    if (batchNo === undefined) return;
    this.#reportsOfBatch.set(batchNo, this.reportsOf(batchNo) + 1);
    for (const line of report.lines) this.#told(batchNo, line);
  }

  /** Only what is true counts as told. A final word makes it needless to say “accepted”. */
  #told(batchNo: string, line: ReportLine): void {
    const key = keyOf(batchNo, line);
    const word = this.#words.get(key);
    if (!word || word.line.amountFen !== line.amountFen || word.line.bookedAt !== line.bookedAt) return;
    this.#words.delete(key);
    this.#words.delete(keyOf(batchNo, { ...line, says: 'accepted' }));
  }

  #toTell(batchNo: string, tellAt: number, line: ReportLine): void {
    this.#words.set(keyOf(batchNo, line), { batchNo, tellAt, line });
  }

  #present(reference: string, at: number): ReportLine {
    const account = this.orders.get(reference)!;
    return account.booked.findLast(({ tellAt }) => tellAt <= at)?.line ?? acceptance(account);
  }
}

export const keyOf = (batchNo: string, { reference, says }: Pick<ReportLine, 'reference' | 'says'>) =>
  `${batchNo} ${reference} ${says}`;

const acceptance = ({ order: { reference, amountFen }, takenAt }: Account): ReportLine => {
  const bookedAt = new Date(takenAt).toISOString();
  return { reference, amountFen, says: 'accepted', bookedAt };
};
