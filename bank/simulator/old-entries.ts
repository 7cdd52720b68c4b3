import type { TransferOrder } from '../bank.js';
import type { Booked, Entry, Taken } from './entries.js';
import type { ReturnReason } from './messages.js';

/** How zhibao 0.1 wrote an order that it had accepted: they came one by one. Times are epoch ms. */
interface Accepted {
  readonly kind: 'accepted';
  readonly order: TransferOrder;
  readonly settlesAt: number;
  readonly reportsAt: number;
  readonly returns?: ReturnReason;
}

interface Settled {
  readonly kind: 'settled';
  readonly reference: string;
  readonly bookedAt: string;
  readonly reasonCode?: ReturnReason;
}

type OldEntry = Accepted | Settled;

/** A bank that grows up forgets no reference: each of the old orders was a file of its own, of one batch. */
export function asOfToday(entry: Entry | OldEntry): Entry {
  if (entry.kind === 'accepted') return takenFrom(entry);
  return entry.kind === 'settled' ? bookedFrom(entry) : entry;
}

const takenFrom = ({ order, settlesAt, reportsAt, returns }: Accepted): Taken => ({
  kind: 'taken',
  ...{ name: `single-${order.reference}`, sha256: '', batchNo: 'single', takenAt: Math.min(settlesAt, reportsAt) },
  orders: [{ order, moves: [moveOf(returns, settlesAt, Math.max(settlesAt, reportsAt))] }],
  repeated: [],
});

const moveOf = (reasonCode: ReturnReason | undefined, at: number, tellAt: number) =>
  reasonCode ? ({ says: 'returned', at, tellAt, reasonCode } as const) : ({ says: 'credited', at, tellAt } as const);

const bookedFrom = ({ kind: _kind, ...settled }: Settled): Booked => ({
  kind: 'booked',
  says: settled.reasonCode ? 'returned' : 'credited',
  ...settled,
});
