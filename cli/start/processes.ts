import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { waitUntil } from './wait.js';

/** A process that outlives whoever wrote its number down. `birth` tells it from a later one with the same number. */
export interface ProcessRecord {
  pid: number;
  birth: string;
}

/** @returns undefined if there is no such process */
export function recordOf(pid: number): ProcessRecord | undefined {
  const birth = birthOf(pid);
  return birth === undefined ? undefined : { pid, birth };
}

export function isAlive({ pid, birth }: ProcessRecord): boolean {
  return birthOf(pid) === birth;
}

/**
 * Asks the process to end and waits; what does not end in time is killed.
 * @returns whether it ended by itself
 */
export async function end(process: ProcessRecord, milliseconds: number): Promise<boolean> {
  if (!signal(process, 'SIGTERM')) return true;
  if (await waitUntil(() => !isAlive(process), milliseconds)) return true;
  kill(process);
  await waitUntil(() => !isAlive(process), 5000);
  return false;
}

export function kill(process: ProcessRecord): void {
  signal(process, 'SIGKILL');
}

/** The command line of a process, where the system tells it. */
export function commandOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return process.platform === 'win32' ? undefined : ps(pid, 'command=');
  } catch {
    return undefined;
  }
}

/** Whether a process has this folder as its own; false where the system does not tell. */
export function worksIn(folder: string): boolean {
  if (process.platform !== 'linux') return false;
  const real = realpathSync(folder);
  return readdirSync('/proc').some((entry) => /^\d+$/.test(entry) && folderOf(entry) === real);
}

function folderOf(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** @returns undefined where the system does not tell it */
export function parentOf(pid: number): number | undefined {
  try {
    if (process.platform === 'linux') return Number(statOf(pid)[1]);
    return process.platform === 'win32' ? undefined : Number(ps(pid, 'ppid='));
  } catch {
    return undefined;
  }
}

function signal(record: ProcessRecord, name: NodeJS.Signals): boolean {
  if (!isAlive(record)) return false;
  try {
    return process.kill(record.pid, name);
  } catch {
    return false;
  }
}

function birthOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return birthOnLinux(pid);
    process.kill(pid, 0);
    return process.platform === 'win32' ? 'unknown' : ps(pid, 'lstart=');
  } catch {
    return undefined;
  }
}

/** In clock ticks since the machine started. A zombie is not a process any more. */
function birthOnLinux(pid: number): string | undefined {
  const fields = statOf(pid);
  return fields[0] === 'Z' ? undefined : fields[19];
}

/** The fields of `/proc/PID/stat` from the third one on, which is the state. */
function statOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function ps(pid: number, column: string): string {
  return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim();
}
