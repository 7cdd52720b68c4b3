import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { OrdersFile } from '../../bank/bank.js';
import { SimulatorBank } from '../../bank/simulator/client.js';
import { openJournal } from '../../bank/simulator/journal.js';
import { eventually } from '../support/eventually.js';
import { openBankHere } from './bank-here.js';
import { newBankHome, startBank, startInVain } from './bank-process.js';
import { resultsAt, said } from './contract.js';
import { credits, fileOf, newBatch, newFile, newOrder, newOrders, newOrderTo, tell, wordsOf } from './orders.js';

let home: string;
let running: Awaited<ReturnType<typeof startBank>>;
let bank: SimulatorBank;

async function start(): Promise<void> {
  running = await startBank(home);
  bank = new SimulatorBank(running.url);
}

async function killAndStartAgain(): Promise<void> {
  await running.kill();
  await start();
}

beforeEach(async () => {
  home = await newBankHome();
  await start();
});
afterEach(async () => {
  await running.kill();
  await rm(home, { recursive: true });
});

const isTaken = async (name: string) =>
  await eventually(
    () => bank.ask(name),
    (state) => state === 'taken',
  );

/** Every report that lies ready, as its bytes. */
async function reportsOfNow(): Promise<Map<string, string>> {
  const reports = new Map<string, string>();
  for (const name of await bank.listReports())
    reports.set(name, Buffer.from(await bank.fetchReport(name)).toString('utf8'));
  return reports;
}

describe('A bank that is killed', () => {
  test('between taking a file and its answer has credited once, whoever asks or sends again', async () => {
    const order = newOrder();
    const file = newFile(order);
    await tell(running.url, { kind: 'silent' });
    const unanswered = bank.handOver(file);
    await isTaken(file.name);
    const before = await reportsOfNow();
    await killAndStartAgain();
    expect(await unanswered).toBe('unknown');
    expect(await bank.ask(file.name)).toBe('taken');
    expect(await bank.handOver(file)).toBe('taken');
    expect(await reportsOfNow()).toEqual(before);
    expect(await credits(running.url)).toEqual(new Map([[order.reference, 1]]));
  });

  test('between taking and crediting credits and reports after its start, once', async () => {
    const order = newOrder();
    const file = newFile(order);
    await tell(running.url, { kind: 'creditLate', delayMs: 1_500 });
    expect(await bank.handOver(file)).toBe('taken');
    await killAndStartAgain();
    expect(await said(bank, `${order.reference} credited`)).toEqual([
      `${order.reference} accepted`,
      `${order.reference} credited`,
    ]);
    expect(await bank.handOver(file)).toBe('taken');
    expect(await credits(running.url)).toEqual(new Map([[order.reference, 1]]));
  });

  test('between a credit and its return sends the money back after its start, once', async () => {
    const order = newOrder();
    await tell(running.url, { kind: 'creditedThenReturned', delayMs: 1_500 });
    await bank.handOver(newFile(order));
    await killAndStartAgain();
    await said(bank, `${order.reference} returned`);
    await killAndStartAgain();
    expect(wordsOf(await resultsAt(bank))).toEqual([`${order.reference} credited`, `${order.reference} returned`]);
  });

  test('tells after its start what it was told to withhold', async () => {
    const order = newOrder();
    await tell(running.url, { kind: 'withhold' });
    await bank.handOver(newFile(order));
    expect(await bank.listReports()).toEqual([]);
    await killAndStartAgain();
    expect(wordsOf(await resultsAt(bank))).toEqual([`${order.reference} credited`]);
  });

  test('at any moment of a flood of files stands by all it said, and credits each order once', async () => {
    const endings = ['1111', '2222', '3333', '0000', '0005', '0009'];
    const files = Array.from({ length: 40 }, () => newFile(...endings.map(newOrderTo)));
    let taken: OrdersFile[] = [];
    let told = new Map<string, string>();
    for (const killedAfter of [1, 7, 20, 33]) {
      let [answered, killed] = [0, Promise.resolve<unknown>(undefined)];
      const states = await Promise.all(
        files.map(async (file) => {
          const state = await bank.handOver(file);
          answered += 1;
          if (answered === killedAfter) killed = running.kill();
          return state;
        }),
      );
      await killed;
      await start();
      taken = files.filter((_file, index) => states[index] === 'taken');
      expect(taken.length).toBeGreaterThanOrEqual(killedAfter);
      for (const { name } of taken) expect(await bank.ask(name)).toBe('taken');
      const now = await reportsOfNow();
      for (const [name, bytes] of told) expect(now.get(name)).toBe(bytes);
      told = now;
    }
    for (const file of files) expect(await bank.handOver(file)).toBe('taken');
    const orders = files.flatMap(({ bytes }) => ordersIn(bytes));
    await said(bank, ...orders.filter(endsIn('0009')).map(({ reference }) => `${reference} returned`));
    const credited = orders.filter((order) => !endsIn('0000')(order)).map(({ reference }) => reference);
    expect(await credits(running.url)).toEqual(new Map(credited.toSorted().map((reference) => [reference, 1])));
    const words = wordsOf(await resultsAt(bank));
    expect(words.length).toBe(new Set(words).size);
  });

  test('while it writes down a file does not have it, and takes it when it is handed over again', async () => {
    const [first, torn] = [newBatch(newOrders(3)), newBatch(newOrders(3))];
    await bank.handOver(fileOf(first));
    await bank.handOver(fileOf(torn));
    await running.kill();
    const journal = path.join(home, 'journal.log');
    const lines = (await readFile(journal, 'utf8')).split('\n');
    const at = lines.findIndex((line) => line.includes(`"name":"${torn.batchNo}.json"`));
    await writeFile(journal, `${lines.slice(0, at).join('\n')}\n${lines[at]!.slice(0, -7)}`);
    await start();
    expect(await bank.ask(fileOf(torn).name)).toBe('nothingOfIt');
    expect(await bank.handOver(fileOf(torn))).toBe('taken');
    const orders = [...first.orders, ...torn.orders];
    expect(await credits(running.url)).toEqual(new Map(orders.map(({ reference }) => [reference, 1])));
  });

  test('after any line of its journal goes on to the same end', async () => {
    const batch = newBatch(['1234', '0000', '0009'].map(newOrderTo));
    await tell(running.url, { kind: 'creditedThenReturned', delayMs: 300, reference: batch.orders[2]!.reference });
    await bank.handOver(fileOf(batch));
    const ended = await said(bank, `${batch.orders[2]!.reference} returned`);
    await running.kill();
    const journal = path.join(home, 'journal.log');
    const lines = (await readFile(journal, 'utf8')).trimEnd().split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(4);
    for (let count = lines.length; count > 0; count -= 1) {
      await writeFile(journal, `${lines.slice(0, count).join('\n')}\n`);
      const again = await openBankHere({ home });
      await said(again.bank, ...ended);
      expect(wordsOf(await resultsAt(again.bank)).toSorted()).toEqual(ended.toSorted());
      expect(await again.close()).toEqual([]);
    }
  });
});

interface Written {
  readonly reference: string;
  readonly payeeAccount: string;
}
const ordersIn = (bytes: Uint8Array) =>
  (JSON.parse(new TextDecoder().decode(bytes)) as { orders: readonly Written[] }).orders;
const endsIn =
  (ending: string) =>
  ({ payeeAccount }: Written) =>
    payeeAccount.endsWith(ending);

describe('The bank’s process', () => {
  test('ends by itself when it is asked to, also while somebody waits for an answer', async () => {
    const file = newFile();
    await tell(running.url, { kind: 'silent' });
    const unanswered = bank.handOver(file);
    await isTaken(file.name);
    expect(await running.stop()).toEqual([0, null]);
    expect(await unanswered).toBe('unknown');
  });

  test('knows the orders of zhibao 0.1, pays none of them again, and goes on with those that were open', async () => {
    await running.kill();
    const [credited, returned, open] = newOrders(3);
    const times = { settlesAt: 1, reportsAt: 1 };
    await writeJournal([
      [
        { kind: 'accepted', order: credited, ...times },
        { kind: 'settled', reference: credited!.reference, bookedAt: '2026-11-20T02:00:00.000Z' },
      ],
      [
        { kind: 'accepted', order: returned, ...times, returns: 'ACCOUNT_CLOSED' },
        {
          ...{ kind: 'settled', reference: returned!.reference, bookedAt: '2026-11-20T02:00:00.000Z' },
          reasonCode: 'ACCOUNT_CLOSED',
        },
      ],
      [{ kind: 'accepted', order: open, ...times }],
    ]);
    await start();
    await said(bank, `${returned!.reference} returned`, ...[credited, open].map((o) => `${o!.reference} credited`));
    expect(await bank.handOver(newFile(credited!, open!))).toBe('taken');
    await expect(bank.handOver(newFile({ ...credited!, amountFen: 1 }))).rejects.toThrow();
    expect(await credits(running.url)).toEqual(new Map([credited, open].map((order) => [order!.reference, 1])));
    expect(await bank.listReports()).toContain('statement-2026-11-20.json');
  });

  test('does not start without a port, on a port in use or with damaged books, and says why', async () => {
    const port = new URL(running.url).port;
    expect(await startInVain({ BANK_PORT: '', BANK_HOME: home })).toMatchObject({
      code: 1,
      sentence: expect.stringMatching(/^设置项 BANK_PORT 没有给出.*\nThe setting BANK_PORT is missing.*\n$/),
    });
    expect(await startInVain({ BANK_PORT: 'web', BANK_HOME: '' })).toMatchObject({
      code: 1,
      sentence: expect.stringContaining('设置项 BANK_PORT 不正确'),
    });
    expect(await startInVain({ BANK_PORT: port, BANK_HOME: path.join(home, 'other') })).toMatchObject({
      code: 1,
      sentence: expect.stringMatching(/EADDRINUSE/),
    });
    await bank.handOver(newFile());
    const journal = path.join(home, 'journal.log');
    await writeFile(journal, (await readFile(journal, 'utf8')).replace('120000', '920000'));
    expect(await startInVain({ BANK_PORT: '0', BANK_HOME: home })).toMatchObject({
      code: 1,
      sentence: expect.stringMatching(/Line 1 /),
    });
  });
});

async function writeJournal(batches: readonly object[][]): Promise<void> {
  const { journal } = await openJournal<object>(path.join(home, 'journal.log'));
  for (const batch of batches) await journal.append(batch);
  await journal.close();
}
