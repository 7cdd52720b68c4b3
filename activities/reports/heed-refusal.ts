import type { BankReport } from '../../bank/bank.js';
import { countyOf } from '../../domain/rules/county-of.js';
import { ON_ITS_WAY } from '../../domain/rules/payment-states.js';
import type { Keyring } from '../../platform/keyring.js';
import { unposted } from '../../prisma/bank-files.js';
import type { Tx } from '../../prisma/client.js';
import { raise, settleSilence } from '../../prisma/discrepancies.js';
import { tellRefused } from '../batches/tell-refused.js';

/**
 * The bank takes nothing of a file that it was given: the orders on their way wait for another batch, but for those that
 * its report refuses for a reason of their own, which are posted like any other word. Where it has credited an order of
 * the file it contradicts itself: then nothing is done, and somebody has to ask.
 *
 * @throws Error while reports that came before are not posted: they may tell of credits
 */
export async function heedRefusal(tx: Tx, keyring: Keyring, report: BankReport, fileId: string): Promise<void> {
  const { batchNo, refusesFile, lines } = report;
  if (batchNo === undefined || refusesFile === undefined) return;
  const [batch] = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "PaymentBatch" WHERE "no" = ${batchNo} AND "state" IN ('sent', 'taken', 'givenUp') FOR NO KEY UPDATE`;
  if (!batch) return;
  await requirePosted(tx, batchNo, fileId);
  const countyCode = countyOf(batchNo);
  const credited = await tx.bankReportLine.count({ where: { said: 'credited', payment: { batchNo } } });
  if (credited > 0) {
    return await raise(tx, { kind: 'contradicts', cause: `refused/${batchNo}`, countyCode, batchNo, fileId });
  }
  await settleSilence(tx, await takeBack(tx, batchNo, lines));
  await tellRefused(tx, keyring, batchNo, refusesFile);
}

async function requirePosted(tx: Tx, batchNo: string, fileId: string): Promise<void> {
  const before = await tx.bankFile.count({
    where: {
      ...{ ...unposted(tx), id: { not: fileId } },
      OR: [{ batchNo }, { batchNo: null }],
    },
  });
  if (before > 0) throw new Error(`The refusal of the file of ${batchNo} waits for the reports that came before it.`);
}

/** Answers the references of the orders that wait again. */
async function takeBack(tx: Tx, batchNo: string, own: BankReport['lines']): Promise<string[]> {
  const refused = own.map(({ reference }) => reference);
  const orders = await tx.$queryRaw<{ reference: string; isOwn: boolean }[]>`
    SELECT "reference", "reference" = ANY(${refused}) AS "isOwn" FROM "Payment"
    WHERE "batchNo" = ${batchNo} AND "state"::text = ANY(${ON_ITS_WAY}) ORDER BY "reference" FOR NO KEY UPDATE`;
  const back = orders.filter(({ isOwn }) => !isOwn).map(({ reference }) => reference);
  await tx.payment.updateMany({
    where: { reference: { in: back } },
    data: { state: 'checked', batchNo: null, sentAt: null },
  });
  if (back.length === orders.length) {
    await tx.paymentBatch.update({ where: { no: batchNo }, data: { state: 'empty', endedAt: new Date() } });
  }
  return back;
}
