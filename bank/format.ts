import type { BankReport, OrdersFile, TransferBatch } from './bank.js';

/** How files are written for a bank, and its reports read: pure, no I/O. */
export interface BankFormat {
  /** The same batch gives the same name and bytes. */
  fileOf(batch: TransferBatch): OrdersFile;
  /** @throws ReportUnreadable malformed, or its control totals do not fit its lines */
  readReport(name: string, bytes: Uint8Array): BankReport;
}
