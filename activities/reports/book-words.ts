import { countyOf } from '../../domain/rules/county-of.js';
import type { Tx } from '../../prisma/client.js';
import { raise } from '../../prisma/discrepancies.js';
import { returnToFund } from '../../prisma/ledger/late-money.js';
import { spend } from '../../prisma/spending.js';
import { reopen } from '../record/late-return.js';
import type { HeardLine, Order } from './heard-line.js';

/**
 * The ledger after some lines: what was credited is spent; what comes back after it was credited is compensated, and
 * its case, if it is closed, opened again. An open case is told, and opens again itself should it close on the credit.
 */
export async function bookWords(tx: Tx, lines: readonly HeardLine[]): Promise<void> {
  await spendOn(
    tx,
    ordersOf(lines, ({ word }) => word.says === 'credited'),
  );
  const back = ordersOf(lines, ({ word, before }) => word.says === 'returned' && before?.state === 'credited');
  for (const order of back) {
    await returnToFund(tx, order);
    if (!order.running) await reopen(tx, order.reference);
  }
}

const ordersOf = (lines: readonly HeardLine[], which: (line: HeardLine) => boolean): Order[] =>
  lines.flatMap((line) => (line.effect === 'posted' && which(line) ? (line.order ?? []) : []));

/** A credit for which nothing is set aside is in no book: somebody has to look. */
async function spendOn(tx: Tx, credited: readonly Order[]): Promise<void> {
  const uncovered = new Set(await spend(tx, credited));
  const found = credited
    .filter(({ reference }) => uncovered.has(reference))
    .map(({ reference, caseNo, batchNo, amountFen }) => ({
      ...({ kind: 'missingHere', cause: `uncovered/${reference}`, countyCode: countyOf(caseNo) } as const),
      ...{ reference, batchNo, ourFen: 0n, bankFen: amountFen },
    }));
  await raise(tx, ...found);
}
