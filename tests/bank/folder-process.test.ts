import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { OrdersFile } from '../../bank/bank.js';
import { iso20022Format } from '../../bank/formats/iso20022/format.js';
import { eventually } from '../support/eventually.js';
import { newBankHome, startBank, startInVain } from './bank-process.js';
import { credits, newBatch, newOrders } from './orders.js';

const DEBTORS = { '330127': { name: '示例县财政局', account: '330100000000000001', bank: { name: '示例农商银行' } } };

let home: string;
let running: Awaited<ReturnType<typeof startBank>>;
const at = (...names: string[]) => path.join(home, 'folder', ...names);
const start = async () => {
  const config = path.join(home, 'bank.json');
  running = await startBank(home, { BANK_FOLDER: at(), BANK_CONFIG: config });
};

beforeEach(async () => {
  home = await newBankHome();
  await mkdir(at());
  await writeFile(path.join(home, 'bank.json'), JSON.stringify({ format: 'iso20022', debtors: DEBTORS }));
  await start();
});
afterEach(async () => {
  await running.kill();
  await rm(home, { recursive: true });
});

async function drop({ name, bytes }: OrdersFile): Promise<void> {
  await writeFile(at('out', `.${name}`), bytes);
  await rename(at('out', `.${name}`), at('out', name));
}

describe('A bank that is reached by files in a folder, as a process', () => {
  test('is killed at any moment, takes every file in the end and pays each order once', async () => {
    const batches = Array.from({ length: 12 }, () => newBatch(newOrders(20)));
    for (const batch of batches) await drop(iso20022Format(DEBTORS).fileOf(batch));
    for (const taken of [1, 6]) {
      await eventually(
        () => readdir(at('taken')),
        ({ length }) => length >= taken,
      );
      await running.kill();
      await start();
    }
    await eventually(
      () => readdir(at('taken')),
      ({ length }) => length === batches.length,
    );
    const names = batches.map(({ batchNo }) => `${batchNo}-R001.xml`);
    await eventually(
      () => readdir(at('in')),
      (laid) => names.every((name) => laid.includes(name)),
    );
    const orders = batches.flatMap((batch) => batch.orders);
    expect(await credits(running.url)).toEqual(new Map(orders.map(({ reference }) => [reference, 1])));
  });

  test('does not start without its configuration, and says why', async () => {
    const settings = { BANK_PORT: '0', BANK_HOME: home, BANK_FOLDER: at(), BANK_CONFIG: path.join(home, 'none.json') };
    const { code, sentence } = await startInVain(settings);
    expect(code).toBe(1);
    expect(sentence).toMatch(/BANK_CONFIG/);
  });
});
