import type { BankReport, ReportLine, TransferOrder } from '../bank.js';
import type { ReturnReason } from './messages.js';

/** Something that will be booked on an order. Times are epoch ms. */
export interface Move {
  readonly says: 'credited' | 'returned';
  readonly at: number;
  /** Before this the bank does not tell of it. */
  readonly tellAt: number;
  readonly reasonCode?: ReturnReason;
}

/** An order as it was taken, with all that will become of it. */
export interface TakenOrder {
  readonly order: TransferOrder;
  /** In their order; without them: credited at once. */
  readonly moves?: readonly Move[];
  /** The bank does not even say that it has accepted it. */
  readonly quiet?: true;
}

/** A file was taken, whole. */
export interface Taken {
  readonly kind: 'taken';
  readonly name: string;
  readonly sha256: string;
  readonly batchNo: string;
  readonly takenAt: number;
  readonly orders: readonly TakenOrder[];
  /** Orders that an earlier file had brought already: not credited again, told of again. */
  readonly repeated: readonly string[];
}

/** Money moved. */
export interface Booked {
  readonly kind: 'booked';
  readonly reference: string;
  readonly says: 'credited' | 'returned';
  readonly bookedAt: string;
  readonly reasonCode?: ReturnReason;
}

/** A report was laid out: from now on it is what it is. */
export interface Laid {
  readonly kind: 'laid';
  readonly name: string;
  readonly report: BankReport;
}

/** What the bank's journal holds. */
export type Entry = Taken | Booked | Laid;

/** One movement, numbered from 1 in the order of booking. */
export interface Booking extends Omit<Booked, 'kind'> {
  readonly line: number;
  readonly amountFen: number;
}

/** What the bank has to tell, and has not told yet. */
export interface Word {
  readonly batchNo: string;
  readonly tellAt: number;
  readonly line: ReportLine;
}
