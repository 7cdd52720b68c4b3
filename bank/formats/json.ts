import { z } from 'zod';
import { BANK_SAYS } from '../../domain/rules/bank-words.js';
import { sumFen } from '../../domain/rules/fen.js';
import { type BankReport, ReportUnreadable, type TransferBatch } from '../bank.js';
import type { BankFormat } from '../format.js';

const line = z.strictObject({
  reference: z.string(),
  amountFen: z.int().positive(),
  says: z.enum(BANK_SAYS),
  reasonCode: z.string().optional(),
  bookedAt: z.iso.datetime(),
});

const report = z.strictObject({
  kind: z.enum(['results', 'statement']),
  batchNo: z.string().optional(),
  date: z.iso.date().optional(),
  /** Control totals. */
  count: z.int().nonnegative(),
  sumFen: z.int().nonnegative(),
  lines: z.array(line),
});

/** The simulated bank's own files: the batch and the report as JSON, with control totals. */
export const jsonFormat: BankFormat = {
  fileOf(batch: TransferBatch) {
    const { orders } = batch;
    const totals = { count: orders.length, sumFen: sumFen(orders.map(({ amountFen }) => amountFen)) };
    const text = JSON.stringify({ ...batch, ...totals });
    return { name: `${batch.batchNo}.json`, bytes: new TextEncoder().encode(text) };
  },

  readReport(_name, bytes): BankReport {
    const { count, sumFen: sum, ...read } = parsed(bytes);
    const fits = count === read.lines.length && sum === sumFen(read.lines.map(({ amountFen }) => amountFen));
    if (!fits) throw new ReportUnreadable('TRUNCATED');
    const { batchNo, date, kind, lines } = read;
    return {
      kind,
      ...(batchNo !== undefined && { batchNo }),
      ...(date !== undefined && { date }),
      lines: lines.map(lineOf),
    };
  },
};

const lineOf = ({ reasonCode, ...told }: z.infer<typeof line>) => ({
  ...told,
  ...(reasonCode !== undefined && { reasonCode }),
});

function parsed(bytes: Uint8Array): z.infer<typeof report> {
  try {
    return report.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    throw new ReportUnreadable('MALFORMED');
  }
}
