import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { isAlive, recordOf, type ProcessRecord } from './processes.js';
import { waitUntil } from './wait.js';

export interface DetachedOptions {
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  logFile: string;
  /** Told at once, before the process serves. */
  onSpawn: (process: ProcessRecord) => void;
  isReady: (process: ProcessRecord) => Promise<boolean>;
  readyMilliseconds: number;
}

/** Beyond it the log of a process is put aside when the process is started again. */
const LOG_BYTES = 20_000_000;

/**
 * Starts a process in a session of its own: Ctrl-C reaches only whoever keeps it, who then stops everything in order.
 * @returns the process, serving
 * @throws Error with the last line of its log if it ends or does not serve in time
 */
export async function startDetached(options: DetachedOptions): Promise<ProcessRecord> {
  const { command, args, env, logFile } = options;
  const earlier = startLog(logFile);
  const why = () => lastWords(readFileSync(logFile, 'utf8').slice(earlier));
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(command, args, { detached: true, stdio: ['ignore', log, log], env });
  closeSync(log);
  child.unref();
  child.once('error', () => undefined); // Told by the missing number below.
  const started = child.pid === undefined ? undefined : recordOf(child.pid);
  if (!started) throw new Error(why());
  options.onSpawn(started);
  const ready = await waitUntil(
    async () => !isAlive(started) || (await options.isReady(started)),
    options.readyMilliseconds,
  );
  if (ready && isAlive(started)) return started;
  if (isAlive(started)) process.kill(started.pid, 'SIGKILL');
  throw new Error(why());
}

/** @returns how long the log is already. One older one is kept. */
function startLog(logFile: string): number {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= LOG_BYTES) return size;
  renameSync(logFile, `${logFile}.1`);
  return 0;
}

/** The line of a log that says why: of a stack its head, of JSON its message, else the last one. */
function lastWords(log: string): string {
  const lines = log.split('\n').filter((line) => /^(?!Node\.js v)[^\s}]/.test(line));
  const line = lines.findLast((each) => /^\w*Error\b/.test(each)) ?? lines.at(-1) ?? 'no reason given';
  return messageOf(line).slice(0, 300);
}

function messageOf(line: string): string {
  try {
    const { msg, err } = JSON.parse(line) as { msg?: string; err?: { message?: string } };
    return err?.message ?? msg ?? line;
  } catch {
    return line;
  }
}
