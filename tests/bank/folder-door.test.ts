import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { OrdersFile } from '../../bank/bank.js';
import { iso20022Format } from '../../bank/formats/iso20022/format.js';
import { Books } from '../../bank/simulator/books.js';
import { Faults } from '../../bank/simulator/faults.js';
import { FolderDoor } from '../../bank/simulator/folder-door.js';
import { iso20022Side } from '../../bank/simulator/iso20022/side.js';
import { eventually } from '../support/eventually.js';
import { newBatch, newOrder, newOrderTo, newOrders } from './orders.js';

const DEBTORS = { '330127': { name: '示例县财政局', account: '330100000000000001', bank: { name: '示例农商银行' } } };
const fileNameOf = (name: string) => `${name}.xml`;
const format = iso20022Format(DEBTORS);

let folder: string;
let books: Books;
let door: FolderDoor;
let mishaps: unknown[];

async function open(): Promise<void> {
  const faults = new Faults();
  const onFault = (error: unknown) => void mishaps.push(error);
  books = await Books.open(path.join(folder, 'home'), { faults, onFault });
  door = await FolderDoor.open({ folder, side: iso20022Side(DEBTORS), fileNameOf, books, faults, onFault });
}

async function close(): Promise<void> {
  await door.close();
  await books.close();
  expect(mishaps).toEqual([]);
}

beforeEach(async () => {
  mishaps = [];
  folder = await mkdtemp(path.join(tmpdir(), 'zhibao-folder-'));
  await open();
});
afterEach(async () => {
  await close();
  await rm(folder, { recursive: true });
});

async function drop({ name, bytes }: OrdersFile): Promise<void> {
  await writeFile(path.join(folder, 'out', `.${name}`), bytes);
  await rename(path.join(folder, 'out', `.${name}`), path.join(folder, 'out', name));
}

const lies = async (where: string, name: string) =>
  await eventually(
    () => readdir(path.join(folder, where)),
    (names) => names.includes(name),
  );
const read = async (name: string) => format.readReport(name, await readFile(path.join(folder, 'in', name)));
const credits = () => books.now.bookings.filter(({ says }) => says === 'credited').map(({ reference }) => reference);

describe('A bank that is reached by files in a folder', () => {
  test('takes a file away and lays a report of it', async () => {
    const [good, bad] = [newOrder(), newOrderTo('0000')];
    const batch = newBatch([good, bad]);
    const file = format.fileOf(batch);
    await drop(file);
    await lies('taken', file.name);
    await lies('in', `${batch.batchNo}-R001.xml`);
    expect(await readdir(path.join(folder, 'out'))).toEqual([]);
    expect(await read(`${batch.batchNo}-R001.xml`)).toMatchObject({
      kind: 'results',
      batchNo: batch.batchNo,
      lines: [
        { reference: good.reference, amountFen: good.amountFen, says: 'credited' },
        { reference: bad.reference, says: 'returned', reasonCode: 'ACCOUNT_CLOSED' },
      ],
    });
  });

  test('takes the same file again as nothing new, also after a start', async () => {
    const batch = newBatch(newOrders(3));
    const file = format.fileOf(batch);
    await drop(file);
    await lies('taken', file.name);
    await close();
    await open();
    await rm(path.join(folder, 'taken', file.name));
    await drop(file);
    await lies('taken', file.name);
    expect(credits()).toEqual(batch.orders.map(({ reference }) => reference));
    expect(await readdir(path.join(folder, 'in'))).toEqual([`${batch.batchNo}-R001.xml`]);
  });

  test('does not take a file that is still being written', async () => {
    const [half, whole] = [format.fileOf(newBatch()), format.fileOf(newBatch())];
    await writeFile(path.join(folder, 'out', `.${half.name}`), half.bytes);
    await writeFile(path.join(folder, 'out', `${half.name}.part`), half.bytes);
    await drop(whole);
    await lies('taken', whole.name);
    expect(credits()).toHaveLength(1);
  });

  test('says that it takes nothing of a file that it cannot read', async () => {
    const { name, bytes } = format.fileOf(newBatch(newOrders(2)));
    await drop({ name, bytes: bytes.subarray(0, bytes.length - 40) });
    await lies('refused', name);
    const report = `${path.parse(name).name}-R001.xml`;
    await lies('in', report);
    expect(await read(report)).toMatchObject({ batchNo: path.parse(name).name, refusesFile: 'FILE_INVALID' });
    expect(books.now.bookings).toEqual([]);
  });

  test('never says so of a file whose batch it has', async () => {
    const batch = newBatch();
    await drop(format.fileOf(batch));
    await lies('taken', format.fileOf(batch).name);
    await drop(format.fileOf({ ...batch, orders: newOrders(1) }));
    await lies('refused', format.fileOf(batch).name);
    await drop({ name: `${batch.batchNo}.txt`, bytes: Buffer.from('?') });
    await lies('refused', `${batch.batchNo}.txt`);
    const next = format.fileOf(newBatch());
    await drop(next);
    await lies('taken', next.name);
    const reports = (await readdir(path.join(folder, 'in'))).filter((name) => name.startsWith(`${batch.batchNo}-`));
    expect(reports).toEqual([`${batch.batchNo}-R001.xml`]);
  });
});
