import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { withClient } from '../../cli/start/database.js';
import { createDatabase, createEmptyDatabase, type TestDatabase } from '../support/servers.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

interface Said {
  code: number;
  output: string;
}

/** Prisma's own command on a database, through the WebAssembly engine whether or not the native one is there. */
async function prisma(url: string, ...args: string[]): Promise<Said> {
  const script = path.join(ROOT, 'node_modules/prisma/build/index.js');
  const engine = path.join(ROOT, 'prisma/engine/schema-engine.mjs');
  const env = { ...process.env, DATABASE_URL: url, PRISMA_SCHEMA_ENGINE_BINARY: engine };
  try {
    const { stdout, stderr } = await run(process.execPath, [script, ...args], { cwd: ROOT, env });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

describe("Prisma's commands without its native engine", () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await createEmptyDatabase();
  });

  afterEach(() => database.drop());

  test('deploy applies every migration, and status says so', async () => {
    expect(await prisma(database.url, 'migrate', 'deploy')).toMatchObject({
      code: 0,
      output: expect.stringContaining('All migrations have been successfully applied.'),
    });
    expect(await prisma(database.url, 'migrate', 'status')).toMatchObject({
      code: 0,
      output: expect.stringContaining('Database schema is up to date!'),
    });
  });

  test('status names what is not applied, with an exit code', async () => {
    const { code, output } = await prisma(database.url, 'migrate', 'status');
    expect(code).toBe(1);
    expect(output).toContain('_init');
  });

  test('two deploys at once serialise: every migration is applied once', async () => {
    const said = await Promise.all([1, 2].map(() => prisma(database.url, 'migrate', 'deploy')));
    expect(said.map(({ code }) => code)).toEqual([0, 0]);
    const query = 'SELECT migration_name, count(*)::int AS times FROM _prisma_migrations GROUP BY 1';
    const { rows } = await withClient(database.url, (client) => client.query<{ times: number }>(query));
    expect(rows.every(({ times }) => times === 1)).toBe(true);
  });

  test('a script with semicolons in functions and strings is sent whole', async () => {
    const script = `CREATE FUNCTION two() RETURNS text AS $$ BEGIN RETURN 'a;b'; END; $$ LANGUAGE plpgsql;`;
    const { code } = await execute(database.url, script);
    expect(code).toBe(0);
    const { rows } = await withClient(database.url, (client) => client.query('SELECT two()'));
    expect(rows).toEqual([{ two: 'a;b' }]);
  });

  test('a failing statement is told with an exit code and the reason of the server', async () => {
    const { code, output } = await execute(database.url, 'SELECT nothing FROM nowhere');
    expect(code).not.toBe(0);
    expect(output).toContain('nowhere');
  });
});

describe('The migrations and the schema', () => {
  test('hold the same tables: a diff of the migrated database and the schema is empty', async () => {
    const { url, drop } = await createDatabase();
    const { code, output } = await diff(url);
    await drop();
    expect(output).toContain('No difference detected');
    expect(code).toBe(0);
  });

  test('a column that only the database has is found by the diff', async () => {
    const { url, drop } = await createDatabase();
    await withClient(url, (client) => client.query('ALTER TABLE rate_limit ADD COLUMN stray int'));
    const { code, output } = await diff(url);
    await drop();
    expect(output).toContain('stray');
    expect(code).toBe(2);
  });

  test('the migrations replayed in a shadow database give the schema', async () => {
    const { url, drop } = await createEmptyDatabase();
    const args = ['--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema.prisma', '--exit-code'];
    const { code, output } = await prisma(url, 'migrate', 'diff', ...args);
    await drop();
    expect(output).toContain('No difference detected');
    expect(code).toBe(0);
  });
});

const diff = (url: string) =>
  prisma(url, 'migrate', 'diff', '--from-config-datasource', '--to-schema', 'prisma/schema.prisma', '--exit-code');

async function execute(url: string, script: string): Promise<Said> {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhibao-script-'));
  const file = path.join(folder, 'script.sql');
  writeFileSync(file, script);
  return prisma(url, 'db', 'execute', '--file', file).finally(() => rmSync(folder, { recursive: true }));
}
