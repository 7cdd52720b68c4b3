import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Keyring } from '../../platform/keyring.js';
import { connect } from '../../prisma/client.js';
import { assertUsable } from '../../prisma/usable.js';
import { createDatabase, createEmptyDatabase, type TestDatabase } from '../support/servers.js';

const keyOf = (fill: number) => Buffer.alloc(32, fill).toString('base64');
const [OWN, OTHER] = [keyOf(1), keyOf(2)];

describe('A process begins only on a database that it can use', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createDatabase();
    await use(database.url, OWN);
  });

  afterAll(() => database?.drop());

  test('with the key of the first process it is used again', async () => {
    await expect(use(database.url, OWN)).resolves.toBeUndefined();
  });

  test('with another well-formed key it is refused', async () => {
    await expect(use(database.url, OTHER)).rejects.toThrow('主密钥与数据库不符');
  });

  test('of two that are the first at once, with different keys, one is refused', async () => {
    const fresh = await createDatabase();
    const results = await Promise.allSettled([use(fresh.url, OWN), use(fresh.url, OTHER)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await fresh.drop();
  });

  test('without its tables it is refused with what to do', async () => {
    const empty = await createEmptyDatabase();
    await expect(use(empty.url, OWN)).rejects.toThrow(/请先执行 npm run migrate/);
    await empty.drop();
  });

  test('one that does not answer is told with what to do', async () => {
    const nowhere = 'postgresql://someone:hush@127.0.0.1:1/zhibao';
    await expect(use(nowhere, OWN)).rejects.toThrow(/^连不上数据库（\w+）：请先用 npm start 启动/);
  });

  test.each(['api/main.js', 'activities/worker.js'])('%s with another key says so and ends', async (script) => {
    const { code, said } = await run(script, { DATABASE_URL: database.url, ZHIBAO_KEY: OTHER });
    expect(said).toMatch(/^主密钥与数据库不符.*\nThe master key is not the one of this database.*\n$/);
    expect(code).toBe(1);
  });
});

async function use(url: string, key: string): Promise<void> {
  const db = connect(url, 1);
  try {
    await assertUsable(db, Keyring.from(key));
  } finally {
    await db.$disconnect();
  }
}

/** One of our processes, until it ends by itself. */
async function run(script: string, given: NodeJS.ProcessEnv): Promise<{ code: number | null; said: string }> {
  const settings = {
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    BANK_URL: 'http://127.0.0.1:1',
    PUBLIC_URL: 'http://127.0.0.1:1',
    ZHIBAO_SESSION_SECRET: 's'.repeat(32),
  };
  const child = spawn(process.execPath, [path.resolve('dist', script)], {
    env: { ...process.env, ...settings, ...given },
  });
  const said: string[] = [];
  child.stderr.on('data', (chunk) => said.push(String(chunk)));
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, said: said.join('') };
}
