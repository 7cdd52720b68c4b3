import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import { bankApp } from '../../bank/simulator/app.js';
import { Books } from '../../bank/simulator/books.js';
import { SimulatorBank } from '../../bank/simulator/client.js';
import { Faults } from '../../bank/simulator/faults.js';
import { newBankHome } from './bank-process.js';
import { eventually } from '../support/eventually.js';
import { credits, newOrder, tell } from './orders.js';

const credited = { state: 'credited', creditedAt: expect.stringMatching(/^\d{4}-.*Z$/) };
const unknown = { state: 'unknown' };

let home: string;
let books: Books;
let server: Server;
let url: string;
let bank: SimulatorBank;
let mishaps: unknown[];

beforeEach(async () => {
  mishaps = [];
  const note = (error: unknown) => void mishaps.push(error);
  home = await newBankHome();
  books = await Books.open(home, note);
  url = await listen(createServer(bankApp(books, new Faults(), note)));
  bank = new SimulatorBank(url);
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await books.close();
  await rm(home, { recursive: true });
  expect(mishaps).toEqual([]);
});

async function listen(toStart: Server): Promise<string> {
  server = toStart;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const get = async (path: string) => (await (await fetch(url + path)).json()) as Record<string, unknown>;
const isCredited = ({ state }: { state: string }) => state === 'credited';

describe('The bank', () => {
  test('credits an order and says so, also when it is asked', async () => {
    const order = newOrder();
    const answer = await bank.submit(order);
    expect(answer).toEqual(credited);
    expect(await bank.ask(order.reference)).toEqual(answer);
  });

  test('has nothing of an order that never came', async () => {
    expect(await bank.ask('PAY-0')).toEqual({ state: 'nothingOfIt' });
  });

  test('credits a reference once that is sent a hundred times at once', async () => {
    const order = newOrder();
    const answers = await Promise.all(Array.from({ length: 100 }, () => bank.submit(order)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await credits(url)).toEqual(new Map([[order.reference, 1]]));
  });

  test('refuses a reference it has with other content, and leaves the order as it was', async () => {
    const order = newOrder();
    const answer = await bank.submit(order);
    for (const change of [{ amountFen: 130_000 }, { payeeAccount: '6200000000000008888' }, { remark: '其他' }]) {
      await expect(bank.submit({ ...order, ...change })).rejects.toMatchObject({
        code: 'REFERENCE_CONFLICT',
        message: expect.stringContaining(order.reference),
      });
    }
    expect(await bank.ask(order.reference)).toEqual(answer);
  });

  test('pays one of two orders that come at once under one reference with other content', async () => {
    const order = newOrder();
    const both = [bank.submit(order), bank.submit({ ...order, amountFen: 1 })];
    const outcomes = (await Promise.allSettled(both)).map(({ status }) => status);
    expect(outcomes.toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await credits(url)).toEqual(new Map([[order.reference, 1]]));
  });

  test.each([{ amountFen: 0 }, { amountFen: 10.5 }, { payeeAccount: 'x' }, { reference: 'a b' }, { extra: 'field' }])(
    'refuses an order it cannot read: %j',
    async (wrong) => {
      await expect(bank.submit(newOrder(wrong))).rejects.toMatchObject({ code: 'ORDER_INVALID' });
      expect((await credits(url)).size).toBe(0);
    },
  );

  test('gives a statement of a day in Shanghai, in pages, with the totals of the whole day', async () => {
    const orders = [
      newOrder(),
      newOrder({ amountFen: 5 }),
      newOrder({ payeeAccount: '6200000000000000000', amountFen: 7 }),
    ];
    for (const order of orders) await bank.submit(order);
    const date = shanghaiDate(Date.now());
    const totals = { date, creditedFen: 120_005, returnedFen: 7 };
    const first = await get(`/statement?date=${date}&limit=2`);
    expect(first).toMatchObject({ ...totals, lines: [{ line: 1 }, { line: 2, amountFen: 5 }] });
    expect(await get(`/statement?date=${date}&after=2`)).toMatchObject({
      ...totals,
      lines: [{ line: 3, reference: orders[2]!.reference, reasonCode: 'ACCOUNT_CLOSED' }],
    });
    expect(await get('/statement?date=2020-01-01')).toEqual({
      date: '2020-01-01',
      creditedFen: 0,
      returnedFen: 0,
      lines: [],
    });
  });
});

describe('A bank that was told to', () => {
  test('fail before it accepts has nothing of the order, and takes it the next time', async () => {
    const order = newOrder();
    await tell(url, { kind: 'fail', reference: order.reference, times: 1 });
    expect(await bank.submit(order)).toEqual(unknown);
    expect(await bank.ask(order.reference)).toEqual({ state: 'nothingOfIt' });
    expect(await bank.submit(order)).toEqual(credited);
  });

  test('be silent after it accepted leaves the sender without word, and the money is there', async () => {
    const order = newOrder();
    await tell(url, { kind: 'silent', reference: order.reference });
    expect(await new SimulatorBank(url, { timeoutMs: 300 }).submit(order)).toEqual(unknown);
    expect(await bank.ask(order.reference)).toEqual(credited);
    expect(await credits(url)).toEqual(new Map([[order.reference, 1]]));
  });

  test('be slow answers late, or not in time for who cannot wait', async () => {
    const [patient, hasty] = [newOrder(), newOrder()];
    await tell(url, { kind: 'slow', delayMs: 400 });
    const started = Date.now();
    expect(await bank.submit(patient)).toEqual(credited);
    expect(Date.now() - started).toBeGreaterThanOrEqual(390);
    expect(await new SimulatorBank(url, { timeoutMs: 100 }).submit(hasty)).toEqual(unknown);
    expect(await eventually(() => bank.ask(hasty.reference), isCredited)).toEqual(credited);
  });

  test('report late has credited while it still says “accepted”', async () => {
    const order = newOrder();
    await tell(url, { kind: 'reportLate', delayMs: 500 });
    expect(await bank.submit(order)).toEqual({ state: 'accepted' });
    expect(await credits(url)).toEqual(new Map([[order.reference, 1]]));
    expect(await eventually(() => bank.ask(order.reference), isCredited)).toEqual(credited);
  });

  test('credit late has not credited while it says “accepted”', async () => {
    const order = newOrder();
    await tell(url, { kind: 'creditLate', delayMs: 500 });
    expect(await bank.submit(order)).toEqual({ state: 'accepted' });
    expect((await credits(url)).size).toBe(0);
    await eventually(() => bank.ask(order.reference), isCredited);
    expect(await credits(url)).toEqual(new Map([[order.reference, 1]]));
  });

  test.each(['ACCOUNT_CLOSED', 'NAME_MISMATCH'])(
    'refuse gives the money back, at once or later: %s',
    async (reasonCode) => {
      const [atOnce, later] = [newOrder(), newOrder()];
      await tell(url, { kind: 'refuse', reasonCode, times: 1 }, { kind: 'refuse', reasonCode, delayMs: 300 });
      expect(await bank.submit(atOnce)).toEqual({ state: 'returned', reasonCode });
      expect(await bank.submit(later)).toEqual({ state: 'accepted' });
      const returned = await eventually(
        () => bank.ask(later.reference),
        ({ state }) => state === 'returned',
      );
      expect(returned).toEqual({ state: 'returned', reasonCode });
      expect((await credits(url)).size).toBe(0);
    },
  );

  test.each([{ kind: 'fail' }, { kind: 'silent' }])('give no word when it is asked: %j', async (fault) => {
    const order = newOrder();
    await bank.submit(order);
    await tell(url, { ...fault, on: 'ask', times: 1 });
    expect(await new SimulatorBank(url, { timeoutMs: 300 }).ask(order.reference)).toEqual(unknown);
    expect(await bank.ask(order.reference)).toEqual(credited);
  });

  test('follow a script follows it in order, for the order it is about, until it is told to forget', async () => {
    const [one, other] = [newOrder(), newOrder()];
    await tell(
      url,
      { kind: 'fail', reference: one.reference, times: 2 },
      { kind: 'refuse', reasonCode: 'ACCOUNT_CLOSED' },
    );
    expect(await bank.submit(one)).toEqual(unknown);
    expect(await bank.submit(other)).toEqual({ state: 'returned', reasonCode: 'ACCOUNT_CLOSED' });
    expect(await bank.submit(one)).toEqual(unknown);
    await fetch(`${url}/faults`, { method: 'DELETE' });
    expect(await bank.submit(one)).toEqual(credited);
  });
});

test('Accounts that always misbehave do what the table of endings says, and then the bank has a last word', async () => {
  const table = [
    ['0000', { state: 'returned', reasonCode: 'ACCOUNT_CLOSED' }, 'returned'],
    ['0001', { state: 'returned', reasonCode: 'NAME_MISMATCH' }, 'returned'],
    ['0002', { state: 'accepted' }, 'returned'],
    ['0003', unknown, 'credited'],
    ['0004', { state: 'accepted' }, 'credited'],
    ['0005', { state: 'accepted' }, 'credited'],
    ['0006', unknown, 'credited'],
  ] as const;
  const hasty = new SimulatorBank(url, { timeoutMs: 1_000 });
  const outcomes = await Promise.all(
    table.map(async ([ending, , lastState]) => {
      const order = newOrder({ payeeAccount: `620000000000000${ending}` });
      const firstAnswer = await hasty.submit(order);
      const last = await eventually(
        () => bank.submit(order),
        ({ state }) => state === lastState,
      );
      expect((await credits(url)).get(order.reference)).toBe(lastState === 'credited' ? 1 : undefined);
      return [ending, firstAnswer, last.state];
    }),
  );
  expect(outcomes).toEqual(table);
});
