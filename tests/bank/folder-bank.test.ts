import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect } from '@jest/globals';
import { DropFolder } from '../../bank/channels/drop-folder.js';
import { LocalFiles } from '../../bank/channels/local-files.js';
import { FileBank } from '../../bank/file-bank.js';
import { iso20022Format } from '../../bank/formats/iso20022/format.js';
import { textFormat } from '../../bank/formats/text/format.js';
import { Books } from '../../bank/simulator/books.js';
import { Faults } from '../../bank/simulator/faults.js';
import { FolderDoor } from '../../bank/simulator/folder-door.js';
import { iso20022Side } from '../../bank/simulator/iso20022/side.js';
import { textSide } from '../../bank/simulator/text/side.js';
import { keepsTheContract } from './contract.js';
import { LAYOUTS } from './formats/layouts.js';

const DEBTORS = { '330127': { name: '示例县财政局', account: '330100000000000001', bank: { name: '示例农商银行' } } };

const banks = [
  ['ISO 20022', iso20022Format(DEBTORS), iso20022Side(DEBTORS)],
  ...LAYOUTS.map(([what, layout]) => [what, textFormat(layout), textSide(layout)] as const),
] as const;

describe.each(banks)('In a folder, with files of %s:', (_what, format, side) => {
  let folder: string;
  let books: Books;
  let door: FolderDoor;
  let bank: FileBank;
  const mishaps: unknown[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'zhibao-folder-'));
    await mkdir(path.join(folder, 'staging'));
    const shared = { faults: new Faults(), onFault: (error: unknown) => void mishaps.push(error) };
    books = await Books.open(path.join(folder, 'home'), shared);
    door = await FolderDoor.open({ folder, side, fileNameOf: (name) => name, books, ...shared });
    bank = new FileBank(format, new DropFolder(new LocalFiles(folder), { quietMs: 50 }));
  });
  afterEach(async () => {
    await door.close();
    await books.close();
    await rm(folder, { recursive: true });
    expect(mishaps).toEqual([]);
  });

  keepsTheContract(() => ({ bank, credits: () => Promise.resolve(creditsIn(books)) }));
});

function creditsIn({ now }: Books): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { reference, says } of now.bookings)
    if (says === 'credited') counts.set(reference, (counts.get(reference) ?? 0) + 1);
  return counts;
}
