import type { ReportLine } from '../../bank/bank.js';
import { effectOf, hear, type SpokenOf } from '../../domain/rules/bank-words.js';
import type { Tx } from '../../prisma/client.js';
import { settleSilence } from '../../prisma/discrepancies.js';
import { markLeftWhereHeld } from '../../prisma/restored-orders.js';
import type { BankFileModel as BankFile } from '../../prisma/generated/models.js';
import { rowSet } from '../../prisma/row-set.js';
import { bookWords } from './book-words.js';
import { findDiscrepancies } from './find-discrepancies.js';
import type { HeardLine, Order } from './heard-line.js';
import { lockOrders, moveOrders, spokenOf } from './orders.js';

/**
 * Posts consecutive lines of a report: what each does to its order, the ledger, and what does not fit. Set by set, in
 * few queries however many lines. Must run in a transaction that holds the file.
 */
export async function postLines(tx: Tx, file: BankFile, from: number, words: readonly ReportLine[]): Promise<void> {
  await markLeftWhereHeld(tx, { batchNo: file.batchNo, said: words });
  const orders = await lockOrders(
    tx,
    words.map(({ reference }) => reference),
  );
  const { lines, after } = hearAll(orders, from, words);
  await moveOrders(tx, orders, after, lines);
  await bookWords(tx, lines);
  await findDiscrepancies(tx, file, lines);
  await settleSilence(
    tx,
    lines.filter(isLastWord).map(({ word }) => word.reference),
  );
  await writeLines(tx, file.id, lines);
}

async function writeLines(tx: Tx, fileId: string, lines: readonly HeardLine[]): Promise<void> {
  const rows = lines.map(({ line, word, effect, order }) => ({ ...word, line, effect, orderRef: order?.reference }));
  await tx.$executeRaw`
    INSERT INTO "BankReportLine"
      ("fileId", "line", "reference", "orderRef", "amountFen", "said", "reasonCode", "bookedAt", "effect")
    SELECT ${fileId}, "line", "reference", "orderRef", "amountFen", "says", "reasonCode", "bookedAt", "effect"::"WordEffect"
    FROM jsonb_to_recordset(${rowSet(rows)}::jsonb) AS l("line" integer, "reference" text, "orderRef" text,
      "amountFen" bigint, "says" text, "reasonCode" text, "bookedAt" timestamptz, "effect" text)`;
}

const isLastWord = ({ effect, word }: HeardLine): boolean => effect === 'posted' && word.says !== 'accepted';

/** Hears the lines one after the other: a report may speak of an order more than once. */
function hearAll(orders: ReadonlyMap<string, Order>, from: number, words: readonly ReportLine[]) {
  const after = new Map<string, SpokenOf>([...orders].map(([reference, order]) => [reference, spokenOf(order)]));
  const lines = words.map((word, index): HeardLine => {
    const { reference, says, amountFen } = word;
    const told = { says, amountFen, bookedAt: Date.parse(word.bookedAt) };
    const before = after.get(reference);
    const known = { line: from + index + 1, word, order: orders.get(reference), before };
    if (!before) return { ...known, effect: effectOf(told, before) };
    const heard = hear(told, before);
    after.set(reference, heard.order);
    return { ...known, effect: heard.effect };
  });
  return { lines, after };
}
