import { bookWords } from '../../../activities/reports/book-words.js';
import { lockOrders, moveOrders, spokenOf } from '../../../activities/reports/orders.js';
import { type BankSays, hear } from '../../../domain/rules/bank-words.js';
import { markLeft } from '../../../prisma/restored-orders.js';
import type { Db } from '../../../prisma/client.js';
import type { BankReportLineModel as Line } from '../../../prisma/generated/models.js';
import type { SettledItself } from '../../../domain/texts/discrepancies.js';

/** The batch that its report answers. */
interface OfFile {
  readonly file: { readonly batchNo: string | null };
}

/**
 * What the bank had said before of orders that were not there, or had not left the house by our rows, and that are there
 * now: said once more. Answers the references of those that it moved.
 */
export async function hearAgain(db: Db, restoreId: string): Promise<string[]> {
  const lines = await db.bankReportLine.findMany({
    where: { effect: { in: ['foreign', 'neverSent'] } },
    include: { file: { select: { batchNo: true } } },
    orderBy: [{ bookedAt: 'asc' }, { fileId: 'asc' }, { line: 'asc' }],
  });
  const heard: string[] = [];
  for (const line of lines) if (await hearOne(db, restoreId, line)) heard.push(line.reference);
  return [...new Set(heard)];
}

async function hearOne(db: Db, restoreId: string, line: Line & OfFile): Promise<boolean> {
  const { reference, amountFen, reasonCode } = line;
  const bookedAt = line.bookedAt.toISOString();
  const says = line.said as BankSays;
  return await db.$transaction(async (tx) => {
    const { batchNo } = line.file;
    await markLeft(tx, restoreId, { batchNo, said: [{ reference, amountFen, bookedAt }] });
    const orders = await lockOrders(tx, [reference]);
    const order = orders.get(reference);
    if (!order) return false;
    const before = spokenOf(order);
    const { effect, order: after } = hear(
      { says, amountFen: Number(amountFen), bookedAt: Date.parse(bookedAt) },
      before,
    );
    if (effect !== 'posted') return false;
    const word = {
      reference,
      amountFen: Number(amountFen),
      says,
      bookedAt,
      ...(reasonCode !== null && { reasonCode }),
    };
    const again = [{ line: line.line, word, effect, order, before }];
    await moveOrders(tx, orders, new Map([[reference, after]]), again);
    await bookWords(tx, again);
    await tx.discrepancy.updateMany({
      where: { kind: 'foreign', reference, settledAt: null },
      data: { settledAt: new Date(), settlement: 'RECORDS_RESTORED' satisfies SettledItself },
    });
    return true;
  });
}
