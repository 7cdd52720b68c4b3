import { appendFile, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Journal, openJournal } from '../../bank/simulator/journal.js';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'zhibao-journal-'));
  file = path.join(folder, 'home', 'journal.log');
});
afterEach(() => rm(folder, { recursive: true }));

async function write(...batches: string[][]): Promise<void> {
  const { journal } = await openJournal<string>(file);
  for (const batch of batches) await journal.append(batch);
  await journal.close();
}

async function read(): Promise<string[]> {
  const { journal, entries } = await openJournal<string>(file);
  await journal.close();
  return entries;
}

describe('The bank’s journal', () => {
  test('holds everything that was acknowledged, in its order', async () => {
    await write(['a', 'b'], ['line\nbreak']);
    await write(['贷']);
    expect(await read()).toEqual(['a', 'b', 'line\nbreak', '贷']);
  });

  test('keeps all that many write at once, with fewer syncs than writers', async () => {
    const { journal } = await openJournal<number>(file);
    const numbers = Array.from({ length: 500 }, (_, index) => index);
    await Promise.all(numbers.map((number) => journal.append([number])));
    await journal.close();
    const { journal: again, entries } = await openJournal<number>(file);
    await again.close();
    expect(entries).toEqual(numbers);
    expect((await readFile(file, 'utf8')).split('\n').length).toBeLessThan(50);
  });

  test('torn at any byte of its last line, loses that line whole and goes on after it', async () => {
    await write(['first'], ['second', 'third']);
    const whole = await readFile(file);
    const lastLineAt = whole.indexOf('\n') + 1;
    for (let cut = lastLineAt; cut < whole.length; cut += 1) {
      await writeFile(file, whole.subarray(0, cut));
      expect(await read()).toEqual(['first']);
      await write(['fourth']);
      expect(await read()).toEqual(['first', 'fourth']);
    }
  });

  test.each(['\0\0\0\0\0\0\0\0', '\n', '00000000 ["money"]\n', 'x\ny\n'])(
    'cuts off garbage at its end',
    async (garbage) => {
      await write(['first']);
      await appendFile(file, garbage);
      expect(await read()).toEqual(['first']);
      await write(['second']);
      expect(await read()).toEqual(['first', 'second']);
    },
  );

  test('is not opened when a line was altered that others follow, and says which', async () => {
    await write(['first'], ['second'], ['third']);
    await writeFile(file, (await readFile(file, 'utf8')).replace('second', 'SECOND'));
    await expect(openJournal(file)).rejects.toMatchObject({
      code: 'JOURNAL_DAMAGED',
      en: expect.stringMatching(/^Line 2 /),
    });
  });

  test('takes nothing more after a write that failed', async () => {
    await write(['first']);
    const handle = await open(file, 'r');
    const journal = new Journal<string>(handle);
    await expect(journal.append(['second'])).rejects.toThrow();
    await expect(journal.append(['third'])).rejects.toThrow();
    await journal.close();
    expect(await read()).toEqual(['first']);
  });
});
