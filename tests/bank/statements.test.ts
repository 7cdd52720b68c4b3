import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { newBankHome } from './bank-process.js';
import { openBankHere, type BankHere } from './bank-here.js';
import { newFile, newOrder, newOrderTo } from './orders.js';

/** 23:00 and 01:00 in Shanghai, on two sides of a midnight. */
const LATE = Date.parse('2026-11-23T15:00:00Z');
const EARLY = Date.parse('2026-11-23T17:00:00Z');

let home: string;
let now: number;
let here: BankHere;

beforeEach(async () => {
  now = LATE;
  home = await newBankHome();
  here = await openBankHere({ home, clock: () => now });
});
afterEach(async () => {
  expect(await here.close()).toEqual([]);
  await rm(home, { recursive: true });
});

async function startAgain(): Promise<void> {
  expect(await here.close()).toEqual([]);
  here = await openBankHere({ home, clock: () => now });
}

const ask = async (date: string) => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${here.url}/statements`, { method: 'POST', headers, body: JSON.stringify({ date }) });
  return response.ok ? ((await response.json()) as { name: string }).name : response.status;
};
const read = async (name: string) => here.bank.readReport(name, await here.bank.fetchReport(name));
const statements = async () => (await here.bank.listReports()).filter((name) => name.startsWith('statement'));

describe('A statement of the bank', () => {
  test('is laid out of every day that is over, with all that was booked on it, once', async () => {
    const [credited, returned, next] = [newOrder(), newOrderTo('0000'), newOrder({ amountFen: 5 })];
    await here.bank.handOver(newFile(credited, returned));
    expect(await statements()).toEqual([]);
    now = EARLY;
    await here.bank.handOver(newFile(next));
    await startAgain();
    expect(await statements()).toEqual(['statement-2026-11-23.json']);
    const bookedAt = new Date(LATE).toISOString();
    expect(await read('statement-2026-11-23.json')).toEqual({
      kind: 'statement',
      date: '2026-11-23',
      lines: [
        { reference: credited.reference, amountFen: 120_000, says: 'credited', bookedAt },
        { reference: returned.reference, amountFen: 120_000, says: 'returned', reasonCode: 'ACCOUNT_CLOSED', bookedAt },
      ],
    });
  });

  test('is laid out at the start where the bank was down at midnight', async () => {
    await here.bank.handOver(newFile());
    now = EARLY;
    await startAgain();
    expect(await statements()).toEqual(['statement-2026-11-23.json']);
  });

  test('of today is a further one each time it is asked for, of the day so far', async () => {
    await here.bank.handOver(newFile());
    expect(await ask('2026-11-23')).toBe('statement-2026-11-23-001.json');
    await here.bank.handOver(newFile());
    expect(await ask('2026-11-23')).toBe('statement-2026-11-23-002.json');
    expect((await read('statement-2026-11-23-001.json')).lines).toHaveLength(1);
    expect((await read('statement-2026-11-23-002.json')).lines).toHaveLength(2);
    now = EARLY;
    await startAgain();
    expect((await statements()).toSorted().at(-1)).toBe('statement-2026-11-23.json');
  });

  test('of a day on which nothing was booked is empty, and of a day to come there is none', async () => {
    expect(await ask('2026-11-20')).toBe('statement-2026-11-20.json');
    expect(await ask('2026-11-20')).toBe('statement-2026-11-20.json');
    expect(await read('statement-2026-11-20.json')).toMatchObject({ lines: [] });
    expect(await ask('2026-11-24')).toBe(422);
  });

  test('has nothing on a day before, even where the clock is put back', async () => {
    now = EARLY;
    await here.bank.handOver(newFile());
    await startAgain();
    now = LATE;
    await here.bank.handOver(newFile());
    expect((await read(String(await ask('2026-11-24')))).lines).toHaveLength(2);
  });
});
