import type { FileState, OrdersFile } from './bank.js';

/** Where files are dropped for a bank and its reports fetched. What each method promises stands in `Bank`. */
export interface FileChannel {
  stage(file: OrdersFile): Promise<void>;
  handOver(file: OrdersFile): Promise<FileState>;
  ask(name: string): Promise<FileState>;
  listReports(): Promise<string[]>;
  fetchReport(name: string): Promise<Uint8Array>;
}
