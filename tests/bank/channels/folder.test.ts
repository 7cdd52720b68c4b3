import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Arrivals } from '../../../bank/channels/arrivals.js';
import { DropFolder } from '../../../bank/channels/drop-folder.js';
import { LocalFiles } from '../../../bank/channels/local-files.js';
import { OperatorError } from '../../../platform/operator-error.js';
import { BankFolder } from './bank-folder.js';
import { dropProtocol } from './drop-protocol.js';

dropProtocol('a folder', (folder) => Promise.resolve(new LocalFiles(folder.root)));

const small = smallDisk();

describe('A disk that is full', () => {
  (small ? test : test.skip)(
    'is a clear refusal; no half file is left, and it goes on when there is room',
    async () => {
      const folder = new BankFolder(small);
      const channel = new DropFolder(new LocalFiles(folder.root));
      const file = { name: 'batch.xml', bytes: new Uint8Array(100_000).fill(65) };
      await new LocalFiles(small!).write('ballast', new Uint8Array(150_000));
      const refusal = await channel.stage(file).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(OperatorError);
      expect((refusal as OperatorError).zh).toContain('所在的磁盘已满：批次文件没有写成，也没有留下半个文件');
      expect(folder.names('staging')).toEqual([]);
      expect(folder.names('out')).toEqual([]);
      rmSync(path.join(small!, 'ballast'));
      await channel.stage(file);
      expect(await channel.handOver(file)).toBe('taken');
      folder.take();
      expect(folder.took[0]?.text).toHaveLength(100_000);
      execFileSync('umount', [small!]);
      folder.remove();
    },
  );
});

/** A file system of 200 kB, where this machine lets us have one. */
function smallDisk(): string | undefined {
  const place = mkdtempSync(path.join(tmpdir(), 'small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', place], { stdio: 'ignore' });
    return place;
  } catch {
    rmSync(place, { recursive: true });
    return undefined;
  }
}

describe('Reports that arrive', () => {
  const entry = (name: string, bytes = 1, modifiedAt = 0) => ({ name, isFile: true, bytes, modifiedAt });

  test('count once they have not changed for as long as is agreed on', () => {
    const arrivals = new Arrivals(1000);
    expect(arrivals.look([entry('a')], 0)).toEqual([]);
    expect(arrivals.look([entry('a')], 999)).toEqual([]);
    expect(arrivals.look([entry('a')], 1000)).toEqual(['a']);
    expect(arrivals.look([entry('a', 2)], 2000)).toEqual([]);
    expect(arrivals.look([entry('a', 2)], 3000)).toEqual(['a']);
  });

  test.each(['.a.xml', 'a.xml.tmp', 'a.xml.filepart', 'a.PART', 'a.xml~'])('%s is still being written', (name) => {
    const arrivals = new Arrivals(0);
    arrivals.look([entry(name)], 0);
    expect(arrivals.look([entry(name)], 1)).toEqual([]);
  });

  test('come the oldest first, of one age by their names; folders are none', () => {
    const arrivals = new Arrivals(0);
    const entries = [entry('c', 1, 5), entry('b', 1, 9), entry('a', 1, 9), { ...entry('d'), isFile: false }];
    arrivals.look(entries, 0);
    expect(arrivals.look(entries, 1)).toEqual(['c', 'a', 'b']);
  });
});
