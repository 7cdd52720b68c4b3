import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { SimulatorBank } from '../../bank/simulator/client.js';
import { openBankHere, type BankHere } from './bank-here.js';
import { keepsTheContract, resultsAt, said } from './contract.js';
import { bookings, credits, fileOf, newBatch, newFile, newOrder, newOrders, newOrderTo, wordsOf } from './orders.js';

let here: BankHere;
let bank: SimulatorBank;

beforeEach(async () => {
  here = await openBankHere();
  ({ bank } = here);
});
afterEach(async () => {
  expect(await here.close()).toEqual([]);
});

keepsTheContract(() => ({ bank, credits: () => credits(here.url) }));

const put = async (name: string, body: string | Uint8Array) =>
  (await fetch(`${here.url}/files/${name}`, { method: 'PUT', body: Buffer.from(body) })).status;

describe('The simulated bank', () => {
  test('says of each order at once what became of it, in one report with the batch’s number', async () => {
    const [good, bad, late] = [newOrder(), newOrderTo('0000'), newOrderTo('0005')];
    const batch = newBatch([good, bad, late]);
    expect(await bank.handOver(fileOf(batch))).toBe('taken');
    expect(await bank.listReports()).toEqual([`${batch.batchNo}-R001.json`]);
    const [report, ...others] = await resultsAt(bank);
    expect(others).toEqual([]);
    expect(report).toMatchObject({ kind: 'results', batchNo: batch.batchNo });
    expect(wordsOf([report!]).toSorted()).toEqual(
      [`${good.reference} credited`, `${bad.reference} returned`, `${late.reference} accepted`].toSorted(),
    );
  });

  test('takes a file once that is handed over a hundred times at once', async () => {
    const orders = newOrders(3);
    const file = newFile(...orders);
    const states = await Promise.all(Array.from({ length: 100 }, () => bank.handOver(file)));
    expect(new Set(states)).toEqual(new Set(['taken']));
    expect(await credits(here.url)).toEqual(new Map(orders.map(({ reference }) => [reference, 1])));
    expect(await bank.listReports()).toHaveLength(1);
  });

  test('refuses other content under a name, a batch or a reference that it has, and nothing of it moves', async () => {
    const batch = newBatch(newOrders(2));
    const [order] = batch.orders;
    await bank.handOver(fileOf(batch));
    const others = [
      { ...batch, orders: newOrders(1) },
      ...[{ amountFen: 1 }, { payeeAccount: '6200000000000008888' }, { remark: '其他' }].map((change) =>
        newBatch([newOrder(), { ...order!, ...change }]),
      ),
    ];
    for (const other of others) await expect(bank.handOver(fileOf(other))).rejects.toThrow(/refuses the file/);
    expect(await put('another-name.json', fileOf({ ...batch, orders: newOrders(1) }).bytes)).toBe(409);
    expect(await credits(here.url)).toEqual(new Map(batch.orders.map(({ reference }) => [reference, 1])));
  });

  test('takes one of two files that come at once with one reference and other content', async () => {
    const order = newOrder();
    const both = [newFile(order), newFile({ ...order, amountFen: 1 })].map((file) => bank.handOver(file));
    const outcomes = (await Promise.allSettled(both)).map(({ status }) => status);
    expect(outcomes.toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await credits(here.url)).toEqual(new Map([[order.reference, 1]]));
  });

  test('tells of an order that an earlier file brought as it is by now', async () => {
    const [credited, returned, open] = [newOrder(), newOrderTo('0000'), newOrderTo('0005')];
    await bank.handOver(newFile(credited, returned, open));
    const again = newBatch([credited, returned, open]);
    expect(await bank.handOver(fileOf(again))).toBe('taken');
    const reports = (await resultsAt(bank)).filter(({ batchNo }) => batchNo === again.batchNo);
    expect(wordsOf(reports)).toEqual([
      `${credited.reference} credited`,
      `${returned.reference} returned`,
      `${open.reference} accepted`,
    ]);
    expect((await bookings(here.url)).map(({ reference }) => reference)).toEqual([
      credited.reference,
      returned.reference,
    ]);
  });

  test.each([{ amountFen: 0 }, { payeeAccount: 'x' }, { reference: 'a b' }, { extra: 'field' }])(
    'refuses a file with an order that it cannot read, and pays none of it: %j',
    async (wrong) => {
      await expect(bank.handOver(newFile(newOrder(), { ...newOrder(), ...wrong }))).rejects.toThrow(/refuses/);
      expect(await bookings(here.url)).toEqual([]);
    },
  );

  test('refuses a file whose control totals do not fit, that is cut off, or that names an order twice', async () => {
    const batch = newBatch(newOrders(2));
    const { name, bytes } = fileOf(batch);
    const text = new TextDecoder().decode(bytes);
    expect(await put(name, text.replace('"count":2', '"count":3'))).toBe(422);
    expect(await put(name, text.replace('"sumFen":240000', '"sumFen":240001'))).toBe(422);
    expect(await put(name, text.slice(0, -9))).toBe(422);
    expect(await put(name, fileOf({ ...batch, orders: [batch.orders[0]!, batch.orders[0]!] }).bytes)).toBe(422);
    expect(await bank.ask(name)).toBe('nothingOfIt');
    expect(await bank.handOver({ name, bytes })).toBe('taken');
  });

  test('takes a file of 5000 orders and reports of all', async () => {
    const orders = newOrders(5000);
    expect(await bank.handOver(newFile(...orders))).toBe('taken');
    const reports = await resultsAt(bank);
    expect(wordsOf(reports)).toEqual(orders.map(({ reference }) => `${reference} credited`));
    expect((await bookings(here.url)).length).toBe(5000);
  });

  test('lists its credits in pages', async () => {
    const orders = newOrders(3);
    await bank.handOver(newFile(...orders, newOrderTo('0000')));
    const page = async (query: string) => (await fetch(`${here.url}/credits?${query}`)).json();
    expect(await page('limit=2')).toMatchObject({ total: 3, lines: [{ line: 1 }, { line: 2, amountFen: 120_000 }] });
    expect(await page('after=2')).toMatchObject({ total: 3, lines: [{ line: 3, reference: orders[2]!.reference }] });
  });

  test('has nothing of a file that never came', async () => {
    expect(await bank.ask(newFile().name)).toBe('nothingOfIt');
  });

  test('has no report under a name that it did not list', async () => {
    await expect(bank.fetchReport('330127-B1-R001.json')).rejects.toThrow(/404/);
  });
});

describe('An account that always misbehaves', () => {
  const table = [
    ['0000', 'matches', ['returned ACCOUNT_CLOSED'], []],
    ['0001', 'matches', ['returned NAME_MISMATCH'], []],
    ['0002', 'matches', ['accepted'], ['returned ACCOUNT_CLOSED']],
    ['0003', 'matches', [], ['credited']],
    ['0004', 'matches', ['accepted'], ['credited']],
    ['0005', 'matches', ['accepted'], ['credited']],
    ['0006', 'matches', ['credited'], []],
    ['0007', 'nameDiffers', ['returned NAME_MISMATCH'], []],
    ['0008', 'noSuchAccount', ['returned ACCOUNT_UNKNOWN'], []],
    ['0009', 'matches', ['credited'], ['returned ACCOUNT_FROZEN']],
    ['1234', 'matches', ['credited'], []],
  ] as const;

  test('does what the table of endings says: in a check, at once, and later', async () => {
    const orders = table.map(([ending]) => newOrderTo(ending));
    const startedAt = Date.now();
    await bank.handOver(newFile(...orders));
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(2_990);
    const atOnce = await wordsOfEach();
    await said(bank, ...[2, 3, 4, 5, 9].map((row) => `${orders[row]!.reference} ${table[row]![3][0]!.split(' ')[0]}`));
    const later = await wordsOfEach();
    const checks = await Promise.all(
      orders.map(({ payeeName: name, payeeAccount: account, payeeBank }) =>
        bank.checkPayee({ name, account, bank: payeeBank }),
      ),
    );
    expect(
      table.map(([ending], row) => [ending, checks[row], atOnce(row), later(row).slice(atOnce(row).length)]),
    ).toEqual(table);

    async function wordsOfEach() {
      const lines = (await resultsAt(bank)).flatMap((report) => report.lines);
      return (row: number) =>
        lines
          .filter(({ reference }) => reference === orders[row]!.reference)
          .map(({ says, reasonCode }) => (reasonCode ? `${says} ${reasonCode}` : says));
    }
  });

  test('credits at once what it reports later, and later what it accepts at once', async () => {
    const [reported, silent, creditedLate] = ['0004', '0003', '0005'].map(newOrderTo);
    await bank.handOver(newFile(reported!, silent!, creditedLate!));
    expect(await credits(here.url)).toEqual(new Map([reported!, silent!].map(({ reference }) => [reference, 1])));
  });
});
