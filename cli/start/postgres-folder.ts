import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { OperatorError } from '../../platform/operator-error.js';
import { ACCOUNT } from './database.js';
import { assertReachable, type PostgresPrograms } from './postgres-programs.js';

const run = promisify(execFile);

export const dataOf = (folder: string) => path.join(folder, 'data');
export const logOf = (folder: string) => path.join(folder, 'server.log');

/** Makes the folder and checks that PostgreSQL can work in it. @throws OperatorError */
export async function prepareFolder(folder: string, programs: PostgresPrograms): Promise<void> {
  if (await mkdir(folder, { recursive: true })) await chmod(folder, 0o755);
  await own(folder, programs.runAs);
  assertReachable(programs, folder);
}

/** Laid out beside its place and moved there when it is whole: a first start that is killed leaves nothing half done. */
export async function layOut(folder: string, password: string, { initdb, runAs }: PostgresPrograms): Promise<void> {
  const data = dataOf(folder);
  const entries = await readdir(data).catch((): string[] => []);
  if (entries.includes('PG_VERSION')) return;
  if (entries.length > 0) throw brokenFolder(folder, 'PG_VERSION is missing');
  const draft = `${data}.new`;
  const passwordFile = path.join(folder, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  await own(passwordFile, runAs);
  await rm(draft, { recursive: true, force: true });
  const how = [
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--auth=scram-sha-256',
  ];
  try {
    await run(initdb, ['-D', draft, '-U', ACCOUNT, `--pwfile=${passwordFile}`, ...how], { ...runAs, cwd: folder });
  } catch (cause) {
    throw brokenFolder(folder, reason(cause));
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(draft, data);
}

async function own(file: string, { uid, gid }: PostgresPrograms['runAs']): Promise<void> {
  if (uid !== undefined && gid !== undefined) await chown(file, uid, gid);
}

/** The last thing the server's log complains of. */
export async function lastFault(log: string): Promise<string> {
  const lines = (await readFile(log, 'utf8')).split('\n').filter((line) => /FATAL|PANIC|could not/.test(line));
  return lines.at(-1)?.replace(/^.*?(FATAL|PANIC|LOG):\s*/, '') ?? 'see server.log';
}

export const reason = (cause: unknown) =>
  (cause instanceof Error ? cause.message.trim().split('\n').at(-1) : undefined) ?? 'unknown';

export function brokenFolder(folder: string, why: string): OperatorError {
  return new OperatorError(
    `数据文件夹 ${folder} 中的 PostgreSQL 启动不了（${why}）：详见 ${logOf(folder)}，请从备份恢复该文件夹，或用 ZHIBAO_HOME 另指一个。`,
    `PostgreSQL does not start from the data folder ${folder} (${why}): see ${logOf(folder)}, restore the folder from a backup, or name another one with ZHIBAO_HOME.`,
  );
}
