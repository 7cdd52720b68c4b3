import type { BankFormat } from '../../format.js';
import type { TextLayout } from './layout.js';
import { readReport } from './read-report.js';
import { writeOrders } from './write-orders.js';

/** A bank's payroll-style text files, as it wants them. */
export const textFormat = (layout: TextLayout): BankFormat => ({
  fileOf: (batch) => writeOrders(layout, batch),
  readReport: (name, bytes) => readReport(layout, name, bytes),
});
