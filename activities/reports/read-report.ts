import type { Bank, BankReport } from '../../bank/bank.js';
import type { Tx } from '../../prisma/client.js';

/**
 * Reads a report of the bank. Of an order that the bank names without an amount it speaks of the amount that was
 * ordered; of none where it is no order of ours.
 *
 * @throws ReportUnreadable
 */
export async function readReport(tx: Tx, bank: Bank, name: string, bytes: Uint8Array): Promise<BankReport> {
  const { unpriced = [], ...report } = bank.readReport(name, bytes);
  if (unpriced.length === 0) return report;
  const references = [...new Set(unpriced.map(({ reference }) => reference))];
  const orders = await tx.payment.findMany({
    where: { reference: { in: references } },
    select: { reference: true, amountFen: true },
  });
  const amounts = new Map(orders.map(({ reference, amountFen }) => [reference, Number(amountFen)]));
  const priced = unpriced.map((line) => ({ ...line, amountFen: amounts.get(line.reference) ?? 0 }));
  return { ...report, lines: [...report.lines, ...priced] };
}
