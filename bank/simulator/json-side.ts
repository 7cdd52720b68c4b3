import { sumFen } from '../../domain/rules/fen.js';
import type { BankReport, TransferBatch } from '../bank.js';
import type { BankSide } from './bank-side.js';
import { FileInvalid, ordersFile } from './messages.js';

/** The simulated bank's own files: `bank/formats/json.ts` from the other side. */
export const jsonSide: BankSide = { readOrders: (_name, bytes) => read(bytes), writeReport };

function read(bytes: Uint8Array): TransferBatch {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const { count, sumFen: sum, ...batch } = ordersFile.parse(JSON.parse(text));
    if (count === batch.orders.length && sum === total(batch.orders)) return batch;
  } catch {
    // Whatever is wrong with it: the file is ours to put right, and nothing of it counts.
  }
  throw new FileInvalid();
}

/** With control totals, which tell if rows are missing. */
function writeReport(report: BankReport): Uint8Array {
  return Buffer.from(JSON.stringify({ ...report, count: report.lines.length, sumFen: total(report.lines) }));
}

const total = (lines: readonly { readonly amountFen: number }[]) => sumFen(lines.map(({ amountFen }) => amountFen));
