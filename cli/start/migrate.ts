import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { OperatorError } from '../../platform/operator-error.js';
import { loadStartSettings, SettingsError } from '../../platform/settings.js';
import { assertReachable, withClient } from './database.js';
import { ROOT } from './root.js';
import { sayOnConsole } from './say.js';

const run = promisify(execFile);

/** Brings the tables up to date by Prisma's own command; that is left out where every migration is applied already. */
export async function migrate(databaseUrl: string): Promise<void> {
  const applied = await appliedMigrations(databaseUrl);
  if (ours().every((name) => applied.has(name))) return;
  const prisma = path.join(ROOT, 'node_modules/prisma/build/index.js');
  try {
    await run(process.execPath, [prisma, 'migrate', 'deploy'], {
      cwd: ROOT,
      env: { ...process.env, DATABASE_URL: databaseUrl },
    });
  } catch (cause) {
    const said = cause as { stdout?: string; stderr?: string };
    const why = `${said.stdout ?? ''}\n${said.stderr ?? ''}`.trim().split('\n').slice(-6).join(' ');
    throw new OperatorError(
      `数据库结构升级失败（${why}）：数据没有丢失，请按提示处理后再启动，或从备份恢复。`,
      `The migration of the database failed (${why}): no data are lost; follow what it says and start again, or restore a backup.`,
    );
  }
}

/** `npm run migrate`: as `migrate`, for the database that the operator named. @throws OperatorError */
export async function migrateNamed(): Promise<void> {
  const { databaseUrl } = loadStartSettings();
  if (databaseUrl === undefined) throw new SettingsError('DATABASE_URL', true);
  await assertReachable(databaseUrl);
  await migrate(databaseUrl);
  sayOnConsole('数据库的表已是最新。', 'The tables of the database are up to date.');
}

function ours(): string[] {
  const folder = path.join(ROOT, 'prisma/migrations');
  return readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'migration.sql')));
}

async function appliedMigrations(databaseUrl: string): Promise<Set<string>> {
  const query =
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL';
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ migration_name: string }>(query).catch(() => ({ rows: [] }));
    return new Set(rows.map((row) => row.migration_name));
  });
}
