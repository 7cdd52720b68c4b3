import { mkdir, open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { OperatorError } from '../../platform/operator-error.js';

/** The journal is damaged before its last line: that is no torn write, and money must not be guessed at. */
class JournalDamaged extends OperatorError {
  readonly code = 'JOURNAL_DAMAGED';
  constructor(file: string, line: number) {
    super(
      `银行账本 ${file} 第 ${line} 行已损坏，其后仍有记录：请用备份恢复该文件后再启动。`,
      `Line ${line} of the bank's journal ${file} is damaged although lines follow it: restore the file from a copy and start again.`,
    );
    this.name = 'JournalDamaged';
  }
}

/**
 * An append-only file. `append` returns when the entries are on the disk. Everything that waits is written as one
 * line with one sync: hence a crash can tear only the last line, of which nobody was told, and `openJournal` cuts it
 * off. After a failed write nothing is taken any more, because nobody knows what is on the disk.
 */
export class Journal<Entry> {
  readonly #handle: FileHandle;
  #waiting: Entry[] = [];
  #written: Promise<void> = Promise.resolve();

  constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  /** All of `entries` or none of them. @throws what the disk said */
  async append(entries: readonly Entry[]): Promise<void> {
    const first = this.#waiting.length === 0;
    this.#waiting.push(...entries);
    if (first) this.#written = this.#written.then(() => this.#flush());
    await this.#written;
  }

  async close(): Promise<void> {
    await this.#written.catch(() => undefined);
    await this.#handle.close();
  }

  async #flush(): Promise<void> {
    const line = toLine(this.#waiting);
    this.#waiting = [];
    await this.#handle.appendFile(line);
    await this.#handle.datasync();
  }
}

/** Opens or creates the journal and reads what it holds. @throws JournalDamaged */
export async function openJournal<Entry>(file: string): Promise<{ journal: Journal<Entry>; entries: Entry[] }> {
  await mkdir(path.dirname(file), { recursive: true });
  const handle = await open(file, 'a+');
  try {
    const { entries, soundBytes, bytes } = read<Entry>(file, await handle.readFile());
    if (soundBytes < bytes) {
      await handle.truncate(soundBytes);
      await handle.sync();
    }
    if (bytes === 0) await syncFolder(path.dirname(file));
    return { journal: new Journal<Entry>(handle), entries };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function read<Entry>(file: string, content: Buffer) {
  const entries: Entry[] = [];
  let soundBytes = 0;
  let damagedLine = 0;
  let line = 1;
  for (let start = 0; start < content.length; line += 1) {
    const newline = content.indexOf('\n', start);
    const end = newline < 0 ? content.length : newline;
    const batch = newline < 0 ? undefined : fromLine<Entry>(content.subarray(start, end));
    if (batch && damagedLine) throw new JournalDamaged(file, damagedLine);
    if (batch) entries.push(...batch);
    else damagedLine ||= line;
    start = end + 1;
    if (!damagedLine) soundBytes = start;
  }
  return { entries, soundBytes, bytes: content.length };
}

const toLine = (batch: readonly unknown[]) => {
  const json = JSON.stringify(batch);
  return `${checksum(json)} ${json}\n`;
};

function fromLine<Entry>(line: Buffer): Entry[] | undefined {
  const text = line.toString('utf8');
  const json = text.slice(9);
  return text.slice(0, 9) === `${checksum(json)} ` ? (JSON.parse(json) as Entry[]) : undefined;
}

const checksum = (json: string) => crc32(json).toString(16).padStart(8, '0');

// A new file is durable only with its name: the folder is synced too, where the system lets us open one.
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
