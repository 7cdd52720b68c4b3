import type { BankReport, TransferBatch } from '../bank.js';

/** A bank's side of a format: what it reads of us and what it writes to us. */
export interface BankSide {
  /** @throws FileInvalid where it can't be read, or its control totals do not fit */
  readOrders(name: string, bytes: Uint8Array): TransferBatch;
  writeReport(report: BankReport): Uint8Array;
}
