import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Bank, BankReport, TransferOrder } from '../../../bank/bank.js';
import { DropFolder } from '../../../bank/channels/drop-folder.js';
import { LocalFiles } from '../../../bank/channels/local-files.js';
import { FileBank } from '../../../bank/file-bank.js';
import { iso20022Format } from '../../../bank/formats/iso20022/format.js';
import { BankFolder } from '../channels/bank-folder.js';
import { newOrder } from '../orders.js';
import { batch } from './arbitrary.js';
import { MockBank } from './mock-bank.js';

const PAYER = '12090201090249001';
const DEBTORS = {
  '330127': { name: '淳安县财政局', account: PAYER, bank: { name: '淳安农商银行', bic: 'MOCKNL2AXXX' } },
};

/** What it lays there for others, in their currency, and besides. */
const OTHERS = ['ACME', 'GLOBEX', 'INITECH', 'EURODIS'].map((name) => `camt.053.001.08-${name}`).concat('pacs.');

describe('ISO 20022 with a bank that others wrote', () => {
  const format = iso20022Format(DEBTORS);
  let folder: BankFolder;
  let stranger: MockBank;
  let bank: Bank;
  beforeAll(async () => {
    folder = new BankFolder();
    stranger = await MockBank.start(folder.root, '2026-11-23T02:00');
    await stranger.account('COUNTY', {
      name: 'County',
      iban: 'NL30MOCK0000000005',
      account_number: PAYER,
      balance: 300_000,
    });
    bank = new FileBank(format, new DropFolder(new LocalFiles(folder.root), { quietMs: 0, ignored: OTHERS }));
  });
  afterAll(async () => {
    await stranger?.stop();
    folder.remove();
  });

  let made = 0;
  const orderOf = (reference: string, amountFen: number): TransferOrder => newOrder({ reference, amountFen });
  const handOver = async (createdAt: string, ...orders: TransferOrder[]) => {
    const batchNo = `330127-B20261123-${(made += 1)}`;
    const file = bank.fileOf({ batchNo, countyCode: '330127', createdAt, orders });
    await bank.stage(file);
    expect(await bank.handOver(file)).toBe('taken');
    await stranger.look();
    return { batchNo, file };
  };
  const heard = new Set<string>();
  /** Whatever it reported since. */
  const news = async (): Promise<BankReport[]> => {
    await bank.listReports();
    const reports: BankReport[] = [];
    for (const name of await bank.listReports()) {
      if (heard.has(name)) continue;
      heard.add(name);
      reports.push(bank.readReport(name, await bank.fetchReport(name)));
    }
    return reports;
  };
  const linesOf = (reports: BankReport[], kind: BankReport['kind']) =>
    reports.filter((report) => report.kind === kind).flatMap(({ lines }) => lines);

  test('it reads every order as we meant it, and has nothing to say against the file', async () => {
    await fc.assert(
      fc.asyncProperty(batch, async (one) => {
        const orders = { ...one, createdAt: '2026-11-23T02:00:00.000Z' };
        const { file, findings } = await stranger.reading(format.fileOf(orders).bytes);
        expect(findings).toEqual([]);
        expect(file.batches.flatMap(({ payments }) => payments)).toEqual(
          orders.orders.map(({ reference, amountFen, payeeName, payeeAccount, remark }) =>
            expect.objectContaining({
              ...{ end_to_end_id: reference, amount: amountFen, currency: 'CNY', creditor_name: payeeName },
              ...{ creditor_account: payeeAccount, remittance: [remark] },
            }),
          ),
        );
      }),
      { numRuns: 30 },
    );
  });

  test('its word on each order, its bookings and its statement of the day are read', async () => {
    await stranger.behave('COUNTY', 'insufficient-funds');
    const { batchNo } = await handOver('2026-11-23T02:00:00.000Z', orderOf('P1', 120_000), orderOf('P2', 200_000));
    const first = await news();
    expect(first.find(({ unpriced }) => unpriced)).toMatchObject({
      ...{ kind: 'results', batchNo, lines: [] },
      unpriced: [
        { reference: 'P1', says: 'accepted' },
        { reference: 'P2', says: 'returned', reasonCode: 'AM04' },
      ],
    });
    expect(linesOf(first, 'results')).toEqual([
      { reference: 'P1', amountFen: 120_000, says: 'credited', bookedAt: '2026-11-22T16:00:00.000Z' },
    ]);
    await stranger.untilDay('2026-11-24');
    const [statement] = (await news()).filter(({ lines }) => lines.length > 0);
    expect(statement).toMatchObject({
      ...{ kind: 'statement', date: '2026-11-23' },
      lines: [{ reference: 'P1', says: 'credited', amountFen: 120_000 }],
    });
  });

  test('an order that comes back days later is read with why', async () => {
    await stranger.behave('COUNTY', 'return-later', { days: 2, reason: 'AC04' });
    await handOver('2026-11-24T02:00:00.000Z', orderOf('P3', 5_000));
    expect(linesOf(await news(), 'results')).toMatchObject([{ reference: 'P3', says: 'credited' }]);
    await stranger.untilDay('2026-11-27');
    const later = await news();
    const back = { reference: 'P3', says: 'returned', amountFen: 5_000, reasonCode: 'ACCOUNT_CLOSED' };
    expect(linesOf(later, 'results')).toMatchObject([back]);
    expect(linesOf(later, 'statement').filter(({ says }) => says === 'returned')).toMatchObject([back]);
  });

  test('a file that it refuses whole is told apart from one that it has already', async () => {
    await stranger.behave('COUNTY', 'reject-file');
    const { batchNo, file } = await handOver('2026-11-27T02:00:00.000Z', orderOf('P4', 100));
    expect(await news()).toMatchObject([{ batchNo, refusesFile: 'FF01', lines: [] }]);
    await stranger.behave('COUNTY', 'duplicate-file');
    writeFileSync(path.join(folder.root, 'out', 'again.xml'), file.bytes);
    await stranger.look();
    const [again, ...others] = await news();
    expect(again).toEqual({ kind: 'results', batchNo, lines: [] });
    expect(others).toEqual([]);
  });
});
