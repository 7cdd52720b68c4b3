import { describe, expect, test } from '@jest/globals';
import type { Bank, BankReport, TransferBatch } from '../../bank/bank.js';
import { eventually } from '../support/eventually.js';
import { newBatch, newOrderTo, newOrders, wordsOf } from './orders.js';

/** A bank to be tried, and what only its other side knows. */
export interface TriedBank {
  readonly bank: Bank;
  /** How often each reference was credited, by the bank's own books. */
  readonly credits: () => Promise<Map<string, number>>;
}

/** All reports about results that lie ready at a bank, read, in the order of its list. */
export async function resultsAt(bank: Bank): Promise<BankReport[]> {
  const reports: BankReport[] = [];
  for (const name of await bank.listReports()) reports.push(bank.readReport(name, await bank.fetchReport(name)));
  return reports.filter(({ kind }) => kind === 'results');
}

/** Waits until the bank has said this of every one of its orders. */
export const said = async (bank: Bank, ...words: string[]): Promise<string[]> =>
  await eventually(
    async () => wordsOf(await resultsAt(bank)),
    (heard) => words.every((word) => heard.includes(word)),
  );

/** What every bank must do, however it is reached: the promises of `Bank`. */
export function keepsTheContract(open: () => TriedBank): void {
  const handOver = async (batch: TransferBatch) => {
    const { bank } = open();
    const file = bank.fileOf(batch);
    await bank.stage(file);
    await bank.handOver(file);
    return file;
  };
  const isTaken = async (name: string) => {
    await eventually(
      () => open().bank.ask(name),
      (state) => state === 'taken',
    );
  };

  describe('Every bank', () => {
    test('makes the same file of the same batch', () => {
      const batch = newBatch(newOrders(3));
      expect(open().bank.fileOf(batch)).toEqual(open().bank.fileOf(structuredClone(batch)));
    });

    test('has not taken a file that never came', async () => {
      expect(await open().bank.ask(open().bank.fileOf(newBatch()).name)).not.toBe('taken');
    });

    test('has nothing of a file that was only laid ready', async () => {
      const { bank } = open();
      const file = bank.fileOf(newBatch());
      await bank.stage(file);
      expect(await bank.ask(file.name)).toBe('nothingOfIt');
    });

    test('takes a file whole and reports of each of its orders, with its amount', async () => {
      const batch = newBatch(newOrders(20));
      await isTaken((await handOver(batch)).name);
      await said(open().bank, ...batch.orders.map(({ reference }) => `${reference} credited`));
      const lines = (await resultsAt(open().bank)).flatMap((report) => report.lines);
      for (const { reference, amountFen } of batch.orders)
        expect(lines.filter((line) => line.reference === reference)).toContainEqual(
          expect.objectContaining({ says: 'credited', amountFen }),
        );
    });

    test('does nothing new when it is handed the same file again', async () => {
      const batch = newBatch(newOrders(5));
      for (let time = 0; time < 3; time += 1) await isTaken((await handOver(batch)).name);
      await said(open().bank, ...batch.orders.map(({ reference }) => `${reference} credited`));
      const counts = await open().credits();
      expect(batch.orders.map(({ reference }) => counts.get(reference))).toEqual(batch.orders.map(() => 1));
    });

    test('pays a reference once that comes in two files', async () => {
      const [first, second] = [newBatch(newOrders(2)), newBatch(newOrders(1))];
      const [order] = first.orders;
      await isTaken((await handOver(first)).name);
      await isTaken((await handOver({ ...second, orders: [...second.orders, order!] })).name);
      await said(open().bank, `${order!.reference} credited`, `${second.orders[0]!.reference} credited`);
      expect((await open().credits()).get(order!.reference)).toBe(1);
    });

    test('lets a few bad orders hold up no others, and says why they came back', async () => {
      const [good, bad] = [newOrderTo('1234'), newOrderTo('0000')];
      await isTaken((await handOver(newBatch([bad, good]))).name);
      await said(open().bank, `${good.reference} credited`, `${bad.reference} returned`);
      const lines = (await resultsAt(open().bank)).flatMap((report) => report.lines);
      expect(lines).toContainEqual(expect.objectContaining({ reference: bad.reference, reasonCode: 'ACCOUNT_CLOSED' }));
    });

    test('lays out reports that stay as they are, and that tell when rows are missing', async () => {
      const { bank } = open();
      const batch = newBatch(newOrders(10));
      await isTaken((await handOver(batch)).name);
      await said(bank, `${batch.orders[0]!.reference} credited`);
      const [name] = (await bank.listReports()).slice(-1);
      const bytes = await bank.fetchReport(name!);
      expect(await bank.fetchReport(name!)).toEqual(bytes);
      expect(() => bank.readReport(name!, bytes.subarray(0, Math.floor(bytes.length / 2)))).toThrow(
        expect.objectContaining({ name: 'ReportUnreadable' }),
      );
    });
  });
}
