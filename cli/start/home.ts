import { accessSync, constants, statSync } from 'node:fs';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { OperatorError } from '../../platform/operator-error.js';
import { isAbandoned, launchers } from './launchers.js';
import { end, isAlive, recordOf, type ProcessRecord } from './processes.js';
import { sayOnConsole } from './say.js';

/** Everything that a copy of the product keeps on this machine, in one folder. */
export interface Home {
  folder: string;
  logs: string;
  at: (...names: string[]) => string;
}

export function homeAt(folder: string): Home {
  const at = (...names: string[]) => path.join(folder, ...names);
  return { folder, logs: at('logs'), at };
}

/** Creates the folder if need be. @throws OperatorError if it cannot be written */
export async function openHome(folder: string): Promise<Home> {
  const home = homeAt(folder);
  try {
    // PostgreSQL's own account must pass through it; what is secret in it has its own permissions.
    if (await makeFolder(folder)) await chmod(folder, 0o711);
    await mkdir(home.logs, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw unusable(folder, cause as NodeJS.ErrnoException);
  }
  return home;
}

/** With the folders above it, one by one: Node's own way never comes to an end in `/proc`. @returns whether it is new */
async function makeFolder(folder: string): Promise<boolean> {
  const known = statSync(folder, { throwIfNoEntry: false });
  if (known?.isDirectory()) return false;
  if (!known) await makeFolder(path.dirname(folder));
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    // Another start may have made it meanwhile.
    if (error.code !== 'EEXIST' || !statSync(folder).isDirectory()) throw error;
  });
  return true;
}

function unusable(folder: string, { code, message }: NodeJS.ErrnoException): OperatorError {
  const [zh, en] = WHY_UNUSABLE[code ?? ''] ?? [code ?? message, code ?? message];
  return new OperatorError(
    `数据文件夹 ${folder} 不能使用：${zh}；请改正，或用 ZHIBAO_HOME 另指一个文件夹。`,
    `The data folder ${folder} cannot be used: ${en}; put that right, or name another folder with ZHIBAO_HOME.`,
  );
}

const NO_PERMISSION = ['没有写入权限', 'it may not be written to'] as const;
const A_FILE = ['它或它的上级是一个文件', 'it is a file, or a part of its path is'] as const;
const WHY_UNUSABLE: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  EEXIST: A_FILE,
  ENOTDIR: A_FILE,
  ENOENT: ['那里不能新建文件夹', 'no folder can be made there'],
  EACCES: NO_PERMISSION,
  EPERM: NO_PERMISSION,
  EROFS: ['磁盘是只读的', 'the disk is read-only'],
  ENOSPC: ['磁盘已满', 'the disk is full'],
};

/** Who runs in the folder, and what it was started by. */
type Holder = ProcessRecord & { launchers: ProcessRecord[] };

const END_MILLISECONDS = 120_000;

/**
 * Keeps a second start out of the same folder. What a killed process left locked is taken over; a start whose npm was
 * killed is ended first.
 * @returns what gives the folder free again
 * @throws OperatorError if another start runs in it
 */
export async function lockHome(home: Home): Promise<() => Promise<void>> {
  const lock = home.at('lock');
  const mine = home.at(`lock.${process.pid}`);
  await writeFile(mine, JSON.stringify({ ...recordOf(process.pid), launchers: launchers() }), { mode: 0o600 });
  try {
    while (!(await isPlaced(mine, lock))) {
      const holder = await holderOf(lock);
      if (holder && isAlive(holder)) await endAbandoned(home, holder);
      await rm(lock, { force: true });
    }
  } finally {
    await rm(mine, { force: true });
  }
  return () => rm(lock, { force: true });
}

/** A link appears with its content, all at once, and only if there is none. */
async function isPlaced(mine: string, lock: string): Promise<boolean> {
  try {
    await link(mine, lock);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw cause;
  }
}

async function endAbandoned(home: Home, holder: Holder): Promise<void> {
  if (!isAbandoned(holder.launchers)) throw inUse(home, holder.pid);
  sayOnConsole(
    `正在停止上次遗留的直报（${holder.pid}）……`,
    `Ending the zhibao that was left running (${holder.pid}) …`,
  );
  await end(holder, END_MILLISECONDS);
}

async function holderOf(lock: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(lock, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function inUse({ folder }: Home, pid: number): OperatorError {
  return new OperatorError(
    `数据文件夹 ${folder} 已由另一个正在运行的直报使用（进程 ${pid}）：请先停止它，或用 ZHIBAO_HOME 和 PORT 另起一份。`,
    `The data folder ${folder} is in use by another zhibao that is running (process ${pid}): stop it first, or start a second copy with another ZHIBAO_HOME and PORT.`,
  );
}
