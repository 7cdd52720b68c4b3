import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { OrderRefused, type TransferOrder } from '../bank.js';
import type { Fate } from './faults.js';
import { openJournal, type Journal } from './journal.js';
import type { OrderState, ReturnReason, StatementLine } from './messages.js';

interface Accepted {
  readonly kind: 'accepted';
  readonly order: TransferOrder;
  readonly settlesAt: number;
  /** Before this the bank says no more than "accepted". Epoch ms, as `settlesAt`. */
  readonly reportsAt: number;
  readonly returns?: ReturnReason;
}

interface Settled {
  readonly kind: 'settled';
  readonly reference: string;
  readonly bookedAt: string;
  readonly reasonCode?: ReturnReason;
}

type Entry = Accepted | Settled;

interface Account {
  readonly accepted: Accepted;
  settled?: Settled;
}

/**
 * The bank's books: every order it accepted and what became of it, as a fold over the journal.
 *
 * 1. Nothing is told before it is on the disk.
 * 2. An order is settled once: a second settlement of a reference cannot be booked.
 * 3. An order accepted before a crash is settled after it.
 */
export class Books {
  readonly #journal: Journal<Entry>;
  readonly #orders = new Map<string, Account>();
  /** Orders on their way to the disk, so that two submissions at once become one order. */
  readonly #arriving = new Map<string, { order: TransferOrder; recorded: Promise<void> }>();
  readonly #lines: StatementLine[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #onFault: (error: unknown) => void;

  private constructor(journal: Journal<Entry>, onFault: (error: unknown) => void) {
    this.#journal = journal;
    this.#onFault = onFault;
  }

  /** @param onFault told when a settlement could not be written. @throws JournalDamaged */
  static async open(home: string, onFault: (error: unknown) => void): Promise<Books> {
    const { journal, entries } = await openJournal<Entry>(path.join(home, 'journal.log'));
    const books = new Books(journal, onFault);
    for (const entry of entries) books.#book(entry);
    for (const { accepted, settled } of books.#orders.values()) if (!settled) books.#settleLater(accepted);
    return books;
  }

  has(reference: string): boolean {
    return this.#orders.has(reference) || this.#arriving.has(reference);
  }

  /** @throws OrderRefused if the reference stands for other content */
  async submit(order: TransferOrder, fate: Fate): Promise<OrderState> {
    const known = this.#arriving.get(order.reference)?.order ?? this.#orders.get(order.reference)?.accepted.order;
    if (known && !isDeepStrictEqual(known, order)) throw new OrderRefused('REFERENCE_CONFLICT', order.reference);
    if (!known) this.#arriving.set(order.reference, { order, recorded: this.#accept(order, fate) });
    return (await this.state(order.reference))!;
  }

  /** Nothing if the bank does not have the order. */
  async state(reference: string): Promise<OrderState | undefined> {
    await this.#arriving.get(reference)?.recorded;
    const account = this.#orders.get(reference);
    if (!account) return undefined;
    const { accepted, settled } = account;
    if (!settled || Date.now() < accepted.reportsAt) return { state: 'accepted' };
    const { bookedAt, reasonCode } = settled;
    return reasonCode ? { state: 'returned', reasonCode } : { state: 'credited', creditedAt: bookedAt };
  }

  /** Everything booked, in the order of booking. */
  get lines(): readonly StatementLine[] {
    return this.#lines;
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    await this.#journal.close();
  }

  async #accept(order: TransferOrder, fate: Fate): Promise<void> {
    const { settlesAfterMs, reportsAfterMs, ...verdict } = fate;
    const now = Date.now();
    const times = { settlesAt: now + settlesAfterMs, reportsAt: now + reportsAfterMs };
    const accepted: Accepted = { kind: 'accepted', order, ...times, ...verdict };
    await this.#write(settlesAfterMs > 0 ? [accepted] : [accepted, settlementOf(accepted)]);
    this.#arriving.delete(order.reference);
    if (settlesAfterMs > 0) this.#settleLater(accepted);
  }

  #settleLater(accepted: Accepted): void {
    const settle = () => {
      this.#timers.delete(timer);
      this.#write([settlementOf(accepted)]).catch(this.#onFault);
    };
    const timer = setTimeout(settle, Math.max(0, accepted.settlesAt - Date.now()));
    this.#timers.add(timer);
  }

  async #write(entries: readonly Entry[]): Promise<void> {
    await this.#journal.append(entries);
    for (const entry of entries) this.#book(entry);
  }

  #book(entry: Entry): void {
    if (entry.kind === 'accepted') {
      this.#orders.set(entry.order.reference, { accepted: entry });
      return;
    }
    const account = this.#orders.get(entry.reference);
    if (!account || account.settled) throw new Error(`The order ${entry.reference} cannot be settled: not open.`);
    account.settled = entry;
    const { kind: _, ...movement } = entry;
    this.#lines.push({ line: this.#lines.length + 1, amountFen: account.accepted.order.amountFen, ...movement });
  }
}

function settlementOf({ order, returns }: Accepted): Settled {
  const settled = { kind: 'settled', reference: order.reference, bookedAt: new Date().toISOString() } as const;
  return returns ? { ...settled, reasonCode: returns } : settled;
}
