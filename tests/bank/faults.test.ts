import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { SimulatorBank } from '../../bank/simulator/client.js';
import { eventually } from '../support/eventually.js';
import { openBankHere, type BankHere } from './bank-here.js';
import { resultsAt, said } from './contract.js';
import { credits, fileOf, forget, newBatch, newFile, newOrder, newOrders, tell, wordsOf } from './orders.js';

let here: BankHere;
let bank: SimulatorBank;

beforeEach(async () => {
  here = await openBankHere();
  ({ bank } = here);
});
afterEach(async () => {
  expect(await here.close()).toEqual([]);
});

const hasty = () => new SimulatorBank(here.url, { timeoutMs: 200 });
const linesNow = async () => (await resultsAt(bank)).flatMap(({ lines }) => lines);
const reportsOf = async (count: number) =>
  await eventually(
    () => resultsAt(bank),
    ({ length }) => length === count,
  );

describe('On its line, a bank that was told to', () => {
  test('fail has nothing of the file, and takes it the next time', async () => {
    const file = newFile();
    await tell(here.url, { kind: 'fail', file: file.name, times: 1 });
    expect(await bank.handOver(file)).toBe('unknown');
    expect(await bank.ask(file.name)).toBe('nothingOfIt');
    expect(await bank.handOver(file)).toBe('taken');
  });

  test('be silent after it took the file leaves the sender without word, and the money is there', async () => {
    const order = newOrder();
    const file = newFile(order);
    await tell(here.url, { kind: 'silent' });
    expect(await hasty().handOver(file)).toBe('unknown');
    expect(await bank.ask(file.name)).toBe('taken');
    expect(await credits(here.url)).toEqual(new Map([[order.reference, 1]]));
  });

  test('be slow does not say that it has nothing of a file that is on its way', async () => {
    const file = newFile();
    await tell(here.url, { kind: 'slow', delayMs: 500 });
    expect(await hasty().handOver(file)).toBe('unknown');
    expect(await hasty().ask(file.name)).toBe('unknown');
    expect(await bank.ask(file.name)).toBe('taken');
  });

  test.each(['fail', 'silent'])('give no word when it is asked gives it later: %s', async (kind) => {
    const file = newFile();
    await bank.handOver(file);
    await tell(here.url, { kind, on: 'ask', times: 1 });
    expect(await hasty().ask(file.name)).toBe('unknown');
    expect(await bank.ask(file.name)).toBe('taken');
  });

  test.each([
    ['list', () => hasty().listReports()],
    ['fetch', async () => hasty().fetchReport((await bank.listReports())[0]!)],
    ['check', () => hasty().checkPayee({ name: '示例户', account: '6200000000000009999', bank: '示例农商银行' })],
  ])('fail or be silent fails whoever waits for it, and answers the next time: %s', async (on, call) => {
    await bank.handOver(newFile());
    await tell(here.url, { kind: 'fail', on, times: 1 }, { kind: 'silent', on, times: 1 });
    await expect(call()).rejects.toThrow(/503/);
    await expect(call()).rejects.toThrow(/timeout/);
    expect(await call()).toBeDefined();
  });

  test('follow a script follows it in order, for the file it is about, until it is told to forget', async () => {
    const [one, other] = [newFile(), newFile()];
    await tell(here.url, { kind: 'fail', file: one.name });
    expect(await bank.handOver(one)).toBe('unknown');
    expect(await bank.handOver(other)).toBe('taken');
    expect(await bank.handOver(one)).toBe('unknown');
    await forget(here.url);
    expect(await bank.handOver(one)).toBe('taken');
  });

  test('do what it does not know says so', async () => {
    await expect(tell(here.url, { kind: 'lose' })).rejects.toThrow(/400/);
  });
});

describe('With a file or an order, a bank that was told to', () => {
  test('refuse a file moves nothing of it', async () => {
    const file = newFile();
    await tell(here.url, { kind: 'refuseFile', times: 1 });
    await expect(bank.handOver(file)).rejects.toThrow(/refuses the file/);
    expect(await bank.ask(file.name)).toBe('nothingOfIt');
    expect(await bank.handOver(file)).toBe('taken');
  });

  test('take a part of a file credits that part, and sends the rest back', async () => {
    const [one, two] = newOrders(2);
    await tell(here.url, { kind: 'part', first: 1, times: 1 });
    await bank.handOver(newFile(one!, two!));
    expect(wordsOf(await resultsAt(bank))).toEqual([`${one!.reference} credited`, `${two!.reference} returned`]);
  });

  test('take a part of a file now credits the rest later', async () => {
    const [one, two] = newOrders(2);
    await tell(here.url, { kind: 'part', first: 1, rest: 'later', delayMs: 300 });
    await bank.handOver(newFile(one!, two!));
    expect(await credits(here.url)).toEqual(new Map([[one!.reference, 1]]));
    await said(bank, `${two!.reference} credited`);
    expect((await credits(here.url)).get(two!.reference)).toBe(1);
  });

  test.each(['ACCOUNT_CLOSED', 'NAME_MISMATCH'])('refuse gives the money back, at once or later: %s', async (code) => {
    const [atOnce, later, other] = newOrders(3);
    const told = { kind: 'refuse', reasonCode: code };
    await tell(
      here.url,
      { ...told, reference: atOnce!.reference },
      { ...told, reference: later!.reference, delayMs: 300 },
    );
    await bank.handOver(newFile(atOnce!, later!, other!));
    expect((await linesNow()).filter(({ reasonCode }) => reasonCode === code)).toHaveLength(1);
    await said(bank, `${later!.reference} returned`);
    expect(await credits(here.url)).toEqual(new Map([[other!.reference, 1]]));
  });

  test('credit late or report late says “accepted” meanwhile', async () => {
    const [late, reported] = newOrders(2);
    await tell(
      here.url,
      { kind: 'creditLate', reference: late!.reference, delayMs: 2000 },
      { kind: 'reportLate', reference: reported!.reference, delayMs: 2000 },
    );
    await bank.handOver(newFile(late!, reported!));
    expect(await credits(here.url)).toEqual(new Map([[reported!.reference, 1]]));
    expect(wordsOf(await resultsAt(bank))).toEqual([`${late!.reference} accepted`, `${reported!.reference} accepted`]);
    await said(bank, `${late!.reference} credited`, `${reported!.reference} credited`);
  });

  test('not answer to an order says nothing of it at first', async () => {
    const order = newOrder();
    await tell(here.url, { kind: 'noAnswer', delayMs: 300 });
    await bank.handOver(newFile(order));
    expect(await bank.listReports()).toEqual([]);
    expect(await said(bank, `${order.reference} credited`)).toHaveLength(1);
  });

  test('send back after days what it has credited does both, in this order', async () => {
    const order = newOrder();
    await tell(here.url, { kind: 'creditedThenReturned', delayMs: 300 });
    await bank.handOver(newFile(order));
    await said(bank, `${order.reference} returned`);
    const [credit, back] = await linesNow();
    expect([credit!.says, back!.says, back!.reasonCode]).toEqual(['credited', 'returned', 'ACCOUNT_FROZEN']);
    expect(back!.bookedAt > credit!.bookedAt).toBe(true);
  });
});

describe('In its reports, a bank that was told to', () => {
  test('withhold says nothing of what it has booked until it is told to forget that', async () => {
    const order = newOrder();
    await tell(here.url, { kind: 'withhold' });
    await bank.handOver(newFile(order));
    expect(await bank.listReports()).toEqual([]);
    expect((await credits(here.url)).size).toBe(1);
    await forget(here.url);
    expect(wordsOf(await resultsAt(bank))).toEqual([`${order.reference} credited`]);
  });

  test('withhold “accepted” says it after the money is there: out of order', async () => {
    const order = newOrder();
    await tell(
      here.url,
      { kind: 'creditLate', delayMs: 200 },
      { kind: 'withhold', says: 'accepted', delayMs: 3000, reference: order.reference },
    );
    await bank.handOver(newFile(order));
    const [first, second] = (await reportsOf(2)).flatMap(({ lines }) => lines);
    expect([first!.says, second!.says]).toEqual(['credited', 'accepted']);
    expect(Date.parse(second!.bookedAt)).toBeLessThan(Date.parse(first!.bookedAt));
  });

  test('tell a wrong amount books the right one and puts it right later', async () => {
    const order = newOrder();
    await tell(here.url, { kind: 'wrongAmount', byFen: 7, delayMs: 1500, times: 1 });
    await bank.handOver(newFile(order));
    expect((await linesNow()).map(({ amountFen }) => amountFen)).toEqual([order.amountFen + 7]);
    expect((await reportsOf(2))[1]!.lines).toMatchObject([{ says: 'credited', amountFen: order.amountFen }]);
  });

  test('contradict itself tells of a credit after the return, and has made none', async () => {
    const order = newOrder();
    await tell(
      here.url,
      { kind: 'refuse', reasonCode: 'ACCOUNT_CLOSED', times: 1 },
      { kind: 'contradict', delayMs: 250, times: 1 },
    );
    await bank.handOver(newFile(order));
    expect(wordsOf(await reportsOf(2))).toEqual([`${order.reference} returned`, `${order.reference} credited`]);
    const [back, credit] = await linesNow();
    expect(credit!.bookedAt > back!.bookedAt).toBe(true);
    expect((await credits(here.url)).size).toBe(0);
  });

  test('add rows of strangers adds them to the next report, with totals that fit', async () => {
    const order = newOrder();
    await tell(here.url, { kind: 'foreign', rows: 2, times: 1 });
    await bank.handOver(newFile(order));
    const [own, ...strangers] = await linesNow();
    expect(own!.reference).toBe(order.reference);
    expect(strangers.map(({ reference }) => reference.startsWith('STRANGER-'))).toEqual([true, true]);
  });

  test('report twice lays the same report out under two names', async () => {
    const batch = newBatch();
    await tell(here.url, { kind: 'twice', file: batch.batchNo });
    await bank.handOver(fileOf(batch));
    const names = await bank.listReports();
    expect(names).toEqual([`${batch.batchNo}-R001.json`, `${batch.batchNo}-R002.json`]);
    const [one, other] = await Promise.all(names.map((name) => bank.fetchReport(name)));
    expect(other).toEqual(one);
  });

  test.each([
    ['bytes', 'MALFORMED'],
    ['rows', 'TRUNCATED'],
  ])('truncate a report by its %s is found out, and gives it whole the next time', async (of, code) => {
    await bank.handOver(newFile(...newOrders(4)));
    const [name] = await bank.listReports();
    await tell(here.url, { kind: 'truncate', of, times: 1, file: name });
    const half = await bank.fetchReport(name!);
    expect(() => bank.readReport(name!, half)).toThrow(expect.objectContaining({ code }));
    expect(bank.readReport(name!, await bank.fetchReport(name!)).lines).toHaveLength(4);
  });

  test('list reports out of order lists the newest first', async () => {
    for (const file of [newFile(), newFile()]) await bank.handOver(file);
    const names = await bank.listReports();
    await tell(here.url, { kind: 'outOfOrder', times: 1 });
    expect(await bank.listReports()).toEqual(names.toReversed());
    expect(await bank.listReports()).toEqual(names);
  });
});
