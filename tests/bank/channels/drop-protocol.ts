import { utimesSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { OrdersFile } from '../../../bank/bank.js';
import { DropFolder } from '../../../bank/channels/drop-folder.js';
import type { Files } from '../../../bank/channels/files.js';
import { BankFolder } from './bank-folder.js';
import { BreakingFiles } from './breaking-files.js';

const NAME = '330127-B20261123-1.xml';
const fileOf = (text: string): OrdersFile => ({ name: NAME, bytes: new TextEncoder().encode(text) });
const file = fileOf('<Document>orders</Document>');
/** More steps than handing a file over has. */
const STEPS = 40;

/** As a batch does it: from the beginning, or after somebody was killed. */
async function handOverAsABatchDoes(channel: DropFolder, onRecord: { sent: boolean }): Promise<void> {
  if (!onRecord.sent) {
    await channel.stage(file);
    onRecord.sent = true;
    if ((await channel.handOver(file)) === 'taken') return;
    throw new Error('unknown');
  }
  const word = await channel.ask(file.name);
  if (word === 'taken') return;
  if (word === 'unknown') throw new Error('unknown');
  await channel.stage(file);
  if ((await channel.handOver(file)) !== 'taken') throw new Error('unknown');
}

/** What holds of a drop folder, wherever it is. */
export function dropProtocol(what: string, open: (folder: BankFolder) => Promise<Files>): void {
  describe(`A file for a bank, over ${what}`, () => {
    let folder: BankFolder;
    let files: Files;
    let channel: DropFolder;
    beforeEach(async () => {
      folder = new BankFolder();
      files = await open(folder);
      channel = new DropFolder(files, { quietMs: 0 });
    });
    afterEach(() => folder.remove());

    test('lies where the bank does not look until it is handed over, and is there whole then', async () => {
      await channel.stage(file);
      expect(folder.names('out')).toEqual([]);
      expect(await channel.ask(NAME)).toBe('nothingOfIt');
      expect(await channel.handOver(file)).toBe('taken');
      expect(await channel.ask(NAME)).toBe('taken');
      folder.take();
      expect(folder.took).toEqual([{ name: NAME, text: '<Document>orders</Document>' }]);
    });

    test('is taken for good, also when the bank has taken it away', async () => {
      await channel.stage(file);
      await channel.handOver(file);
      folder.take();
      expect(await channel.ask(NAME)).toBe('taken');
      await channel.stage(file);
      expect(await channel.handOver(file)).toBe('taken');
      folder.take();
      expect(folder.took).toHaveLength(1);
    });

    test('of which nobody here ever heard is unknown, never called not there', async () => {
      expect(await channel.ask(NAME)).toBe('unknown');
      expect(await channel.handOver(file)).toBe('unknown');
      expect(folder.names('out')).toEqual([]);
    });

    test('that was built anew before it was sent goes as it was on record, and nothing of the other is left', async () => {
      await channel.stage(fileOf('with an order that was put on hold'));
      await channel.stage(file);
      expect(await channel.handOver(file)).toBe('taken');
      folder.take();
      expect(folder.took.map(({ text }) => text)).toEqual(['<Document>orders</Document>']);
      expect(folder.names('staging')).toHaveLength(1);
    });

    test('laid ready by two at once is handed over once', async () => {
      await Promise.all([channel.stage(file), channel.stage(file)]);
      const words = await Promise.all([channel.handOver(file), channel.handOver(file)]);
      expect(words).toEqual(['taken', 'taken']);
      folder.take();
      expect(folder.took).toHaveLength(1);
    });

    test('goes once and whole, wherever whoever hands it over is killed and however often', async () => {
      let broken = 0;
      for (let steps = 0; steps < STEPS; steps += 1) {
        const own = new BankFolder();
        const ownFiles = await open(own);
        const onRecord = { sent: false };
        for (const killedAfter of [steps, steps % 7, steps % 5]) {
          const breaking = new BreakingFiles(ownFiles, killedAfter);
          await handOverAsABatchDoes(new DropFolder(breaking), onRecord).catch(() => undefined);
          if (breaking.broke) broken += 1;
          own.take();
        }
        await handOverAsABatchDoes(new DropFolder(ownFiles), onRecord);
        own.take();
        expect(own.took).toEqual([{ name: NAME, text: '<Document>orders</Document>' }]);
        own.remove();
      }
      expect(broken).toBeGreaterThan(STEPS);
    });

    test('what a killed process had begun to write never goes, and is cleared away', async () => {
      const breaking = new BreakingFiles(files, 4);
      await expect(new DropFolder(breaking).stage(file)).rejects.toThrow('killed');
      const [ruin] = folder.names('staging');
      expect(ruin).toMatch(/^\.building-/);
      const yesterday = new Date(Date.now() - 86_400_000);
      utimesSync(path.join(folder.root, 'staging', ruin!), yesterday, yesterday);
      await channel.stage(file);
      expect(folder.names('staging')).not.toContain(ruin);
      await channel.handOver(file);
      folder.take();
      expect(folder.took.map(({ text }) => text)).toEqual(['<Document>orders</Document>']);
    });

    test('a report is listed once it has stopped growing, and the oldest first', async () => {
      folder.report('b.xml', 'first');
      expect(await channel.listReports()).toEqual([]);
      expect(await channel.listReports()).toEqual(['b.xml']);
      folder.report('b.xml', 'first, and more');
      expect(await channel.listReports()).toEqual([]);
      expect(await channel.listReports()).toEqual(['b.xml']);
      expect(new TextDecoder().decode(await channel.fetchReport('b.xml'))).toBe('first, and more');
    });

    test.each(['../staging/x', 'a/b', '.hidden', ''])('no report is fetched from elsewhere: %p', async (name) => {
      await expect(channel.fetchReport(name)).rejects.toThrow('without folders');
    });

    test('without the folders of the bank it does not begin', async () => {
      await expect(channel.prepare()).resolves.toBeUndefined();
      await files.remove('in');
      await expect(channel.prepare()).rejects.toThrow('银行文件夹中没有子文件夹 in');
    });

    test('where the folders are lost nothing is known', async () => {
      await channel.stage(file);
      folder.remove();
      expect(await channel.ask(NAME)).toBe('unknown');
      expect(await channel.handOver(file)).toBe('unknown');
    });
  });
}
