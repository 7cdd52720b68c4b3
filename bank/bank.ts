import type { BankSays } from '../domain/rules/bank-words.js';

/** One credit to one account. */
export interface TransferOrder {
  /** Made before the first attempt and the same in every attempt: it is what the bank sees. */
  readonly reference: string;
  readonly amountFen: number;
  readonly payeeName: string;
  readonly payeeAccount: string;
  readonly payeeBank: string;
  /** Names the subsidy on the household's statement. */
  readonly remark: string;
}

/** A county's orders for one file. */
export interface TransferBatch {
  readonly batchNo: string;
  readonly countyCode: string;
  /** ISO instant. */
  readonly createdAt: string;
  readonly orders: readonly TransferOrder[];
}

/** A file for the bank: its name is the batch's, its bytes follow from the batch alone. */
export interface OrdersFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the bank says of one order. */
export interface ReportLine {
  /** As the bank wrote it: it may be one that we never sent. */
  readonly reference: string;
  readonly amountFen: number;
  readonly says: BankSays;
  /** Why money came back: a code of `domain/texts/money.ts`, or the bank's own. */
  readonly reasonCode?: string;
  /** ISO instant of booking, by the bank. */
  readonly bookedAt: string;
}

/** What it says of an order that it names without the amount: then it speaks of the amount that was ordered. */
export type UnpricedLine = Omit<ReportLine, 'amountFen'>;

/** A report of the bank, read and whole: its control totals fit its lines. */
export interface BankReport {
  /** `results`: what became of orders; `statement`: all that was booked on one day. */
  readonly kind: 'results' | 'statement';
  /** The batch it answers, where it says so. */
  readonly batchNo?: string;
  /** ISO date of a statement, Asia/Shanghai. */
  readonly date?: string;
  /**
   * Why the bank takes nothing of the file of `batchNo`: nothing of it moved. Its lines are then the orders that it
   * refuses for a reason of their own.
   */
  readonly refusesFile?: string;
  readonly lines: readonly ReportLine[];
  /** Of results only. */
  readonly unpriced?: readonly UnpricedLine[];
}

/** A report that can't be read, or is not whole: nothing of it counts. */
export class ReportUnreadable extends Error {
  readonly code: 'MALFORMED' | 'TRUNCATED';
  constructor(code: 'MALFORMED' | 'TRUNCATED') {
    super(code === 'TRUNCATED' ? 'The control totals of the report do not fit.' : 'The report cannot be read.');
    this.name = 'ReportUnreadable';
    this.code = code;
  }
}

/** The bank does not take the file as it is. A fault of ours: nothing moved. */
export class FileRefused extends Error {
  constructor(name: string) {
    super(`The bank refuses the file ${name}.`);
    this.name = 'FileRefused';
  }
}

/** What a check of name and account says; `unchecked` where the bank offers none. */
export type PayeeCheck = 'matches' | 'nameDiffers' | 'noSuchAccount' | 'unchecked';

/** `unknown`: no word of the bank, a time-out, a broken line. It is never an exception. */
export type FileState = 'taken' | 'nothingOfIt' | 'unknown';

/**
 * What every bank must do, however it is reached.
 *
 * 1. A file is whole at the bank or not at all.
 * 2. The same file again, by its name, is nothing new: nothing is paid twice.
 * 3. `nothingOfIt` is said only where it is certain that the bank does not have the file and will not get it.
 */
export interface Bank {
  /** Whether it moves real money: then no county may be in rehearsal. */
  readonly real: boolean;
  /** Codes of the counties that it pays for; undefined: any. */
  readonly counties?: readonly string[];
  /** The file of a batch, with control totals; the same batch gives the same bytes. @throws OrderUnfit */
  fileOf(batch: TransferBatch): OrdersFile;
  /** Lays the file ready where nobody takes it yet. @throws where it can't be written (disk full): no half file is left */
  stage(file: OrdersFile): Promise<void>;
  /** Hands a staged file over. @throws FileRefused */
  handOver(file: OrdersFile): Promise<FileState>;
  /** What became of a file. */
  ask(name: string): Promise<FileState>;
  /** Names of the reports that lie ready, statements too, the oldest first; those fetched before may be among them. */
  listReports(): Promise<string[]>;
  fetchReport(name: string): Promise<Uint8Array>;
  /** @throws ReportUnreadable */
  readReport(name: string, bytes: Uint8Array): BankReport;
  checkPayee(payee: { name: string; account: string; bank: string }): Promise<PayeeCheck>;
}
