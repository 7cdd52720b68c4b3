import { existsSync, statSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { importFile } from '../../cli/register/import-file.js';
import { connect, type Db } from '../../prisma/client.js';
import { areasOf, CHUNAN } from '../../prisma/seed/counties.js';
import { exampleRegister, registerCsv } from '../../prisma/seed/example-register.js';
import { createDatabase, type TestDatabase } from '../support/servers.js';

const environment = { ...process.env };
let database: TestDatabase;
let db: Db;
let folder: string;

beforeAll(async () => {
  database = await createDatabase();
  db = connect(database.url);
  await db.area.createMany({ data: areasOf(CHUNAN) });
  folder = await mkdtemp(path.join(tmpdir(), 'zhibao-register-'));
  Object.assign(process.env, {
    ZHIBAO_HOME: folder,
    DATABASE_URL: database.url,
    ZHIBAO_KEY: Buffer.alloc(32, 7).toString('base64'),
    ZHIBAO_SESSION_SECRET: 'x'.repeat(32),
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    BANK_URL: 'http://127.0.0.1:1',
    PUBLIC_URL: 'http://127.0.0.1:1',
  });
});

afterEach(() => {
  jest.restoreAllMocks();
});

afterAll(async () => {
  process.env = environment;
  await db?.$disconnect();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

async function imported(file: string): Promise<string> {
  const said: string[] = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  await importFile(file);
  jest.restoreAllMocks();
  return said.join('');
}

test('the command keeps the good rows, puts the bad ones beside the file, and says how many', async () => {
  const file = path.join(folder, 'register.csv');
  const rows = registerCsv(exampleRegister()).trimEnd().split('\n');
  const broken = rows.map((row, at) => (at === 3 ? row.replace('在册', '在档') : row));
  await writeFile(file, broken.join('\n'));
  expect(await imported(file)).toContain(`共 ${rows.length - 1} 行，变更 ${rows.length - 2} 行，退回 1 行。`);
  const rejected = `${file}.rejected.csv`;
  expect(statSync(rejected).mode & 0o077).toBe(0);
  expect((await readFile(rejected, 'utf8')).split('\r\n')[1]).toMatch(/^4,"“状态”应为/);

  expect(await imported(file)).toContain('变更 0 行，退回 1 行。');

  await writeFile(rejected, (await readFile(rejected, 'utf8')).replace('在档', '在册'));
  expect(await imported(rejected)).toContain('共 1 行，变更 1 行，退回 0 行。');
  expect(existsSync(`${rejected}.rejected.csv`)).toBe(false);
  expect(await db.member.count()).toBe(rows.length - 1);
});

test('a file that is not there is told in a sentence', async () => {
  await expect(importFile(path.join(folder, 'nowhere.csv'))).rejects.toMatchObject({
    name: 'OperatorError',
    zh: expect.stringContaining('读不出来'),
  });
});
