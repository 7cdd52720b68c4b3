import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { findTemporal, type Way } from '../../cli/start/find-temporal.js';
import { downloadFrom } from '../../cli/start/temporal-download.js';
import { PROGRAMS } from '../../cli/start/temporal-programs.js';

const run = promisify(execFile);
const NAME = 'temporal-test-server';
const pathBefore = process.env.PATH;

let folder: string;
let said: string[];
const say = (zh: string, en: string) => void said.push(zh, en);
const cached = () => path.join(folder, 'temporal', `${NAME}-${PROGRAMS[NAME].version}`);
const put = (file: string, content = '') => {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  chmodSync(file, 0o755);
};

const blocked: Way = { zh: '不通', en: 'where nothing is', fetch: () => Promise.reject(new Error('no way')) };
const open: Way = { zh: '通', en: 'where it is', fetch: async (_name, target) => put(target) };

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'zhibao-cache-'));
  said = [];
  process.env.PATH = path.join(folder, 'bin');
});

afterEach(() => {
  process.env.PATH = pathBefore;
  rmSync(folder, { recursive: true });
});

describe("A program of Temporal's", () => {
  test('that is on the PATH is used before the one in the cache', async () => {
    put(cached());
    put(path.join(folder, 'bin', NAME));
    expect(await findTemporal(NAME, folder, { say, ways: [blocked] })).toBe(path.join(folder, 'bin', NAME));
  });

  test('that is in the cache is not fetched again', async () => {
    put(cached());
    expect(await findTemporal(NAME, folder, { say, ways: [blocked] })).toBe(cached());
    expect(said).toEqual([]);
  });

  test('is fetched in the first way that works, and each try is told', async () => {
    expect(await findTemporal(NAME, folder, { say, ways: [blocked, open, blocked] })).toBe(cached());
    expect(said.filter((line) => line.startsWith('Fetching'))).toEqual([
      `Fetching ${NAME} where nothing is …`,
      `Fetching ${NAME} where it is …`,
    ]);
  });

  test('that is not to be had is told in one sentence with what to do', async () => {
    await expect(findTemporal(NAME, folder, { say, ways: [blocked] })).rejects.toMatchObject({
      zh: expect.stringContaining('请把它放到 PATH 上，或在 TEMPORAL_ADDRESS 中'),
      en: expect.stringContaining('put it on the PATH, or name an existing Temporal in TEMPORAL_ADDRESS'),
    });
  });
});

describe("Temporal's own download", () => {
  test('gives the executable whose SHA-256 is pinned', async () => {
    const executable = process.env.ZHIBAO_TEST_TIME_SKIPPING ?? '';
    const host = await downloadHost(executable);
    await downloadFrom(host.url)(NAME, cached(), AbortSignal.timeout(60_000)).finally(host.close);
    expect(readFileSync(cached()).equals(readFileSync(executable))).toBe(true);
  });

  test('is refused if it is another executable, and nothing of it is left', async () => {
    const other = path.join(folder, 'other', NAME);
    put(other, 'something else');
    const host = await downloadHost(other);
    const fetched = downloadFrom(host.url)(NAME, cached(), AbortSignal.timeout(60_000)).finally(host.close);
    await expect(fetched).rejects.toThrow(/its SHA-256 is [0-9a-f]{64}, not/);
    expect(existsSync(cached())).toBe(false);
    expect(readdirSync(path.dirname(cached()))).toEqual([]);
  });
});

/** A host that answers as Temporal's does, with an archive of this executable. */
async function downloadHost(executable: string): Promise<{ url: string; close: () => void }> {
  const archive = path.join(folder, 'archive.tar.gz');
  const fileToExtract = path.basename(executable);
  process.env.PATH = pathBefore;
  await run('tar', ['-czf', archive, '-C', path.dirname(executable), fileToExtract]);
  const server = createServer((request, response) => {
    const archiveUrl = `http://${request.headers.host}/archive`;
    if (request.url === '/archive') response.end(readFileSync(archive));
    else response.end(JSON.stringify({ archiveUrl, fileToExtract }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => void server.close() };
}
