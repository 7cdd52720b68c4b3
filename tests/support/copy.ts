import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../cli/start/ports.js';
import { isAlive, recordOf, type ProcessRecord } from '../../cli/start/processes.js';
import { waitUntil } from '../../cli/start/wait.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const READY = '直报已就绪';
const READY_MILLISECONDS = 180_000;

const begun: Start[] = [];

/** Where a copy of the product lives in a test: a data folder and a port that nobody uses. */
export interface Place {
  home: string;
  port: number;
}

/** One run of `zhibao start`. */
export interface Start {
  /** All that it has said so far. */
  output: () => string;
  signal: (signal: NodeJS.Signals) => void;
  /** Waits for its end. @returns the exit code, or null if a signal ended it */
  ended: () => Promise<number | null>;
}

/** @param isOpen whether other users may pass through the folder above the data folder, as PostgreSQL's does */
export async function newPlace(isOpen = true): Promise<Place> {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhibao-start-'));
  chmodSync(folder, isOpen ? 0o755 : 0o700);
  return { home: path.join(folder, 'home'), port: await freePort() };
}

export function removePlace({ home }: Place): void {
  rmSync(path.dirname(home), { recursive: true, force: true });
}

const ZHIBAO_START = [process.execPath, path.join(ROOT, 'dist/cli/zhibao.js'), 'start'];

/** Runs `zhibao start` and waits for nothing. */
export function begin({ home, port }: Place, env: NodeJS.ProcessEnv = {}, command = ZHIBAO_START): Start {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), ZHIBAO_HOME: home, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => said.push(String(data)));
  const exit = once(child, 'exit') as Promise<[number | null]>;
  const start: Start = {
    output: () => said.join(''),
    signal: (signal) => void child.kill(signal),
    ended: async () => (await exit)[0],
  };
  begun.push(start);
  return start;
}

/** After the tests of a file, whatever became of them: ends all that it has started. */
export async function endAll(): Promise<void> {
  await Promise.all(begun.splice(0).map(stopCopy));
}

/** Runs `zhibao start` and waits until it is ready. */
export async function startCopy(place: Place, env: NodeJS.ProcessEnv = {}, command?: string[]): Promise<Start> {
  const start = begin(place, env, command);
  let isOver = false;
  void start.ended().then(() => (isOver = true));
  await waitUntil(() => isOver || start.output().includes(READY), READY_MILLISECONDS);
  if (!start.output().includes(READY)) throw new Error(`It did not become ready:\n${start.output()}`);
  return start;
}

/** Ends a copy in order. @returns the exit code */
export async function stopCopy(start: Start): Promise<number | null> {
  start.signal('SIGTERM');
  return start.ended();
}

export type PartName = 'postgres' | 'temporal' | 'bank' | 'worker' | 'api';

/** The processes of a copy, by what it has written down. */
export function processesOf({ home }: Place): Partial<Record<PartName, ProcessRecord>> {
  const file = path.join(home, 'run.json');
  const state = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { processes: {} };
  const postmaster = path.join(home, 'postgres/data/postmaster.pid');
  const pid = existsSync(postmaster) ? Number(readFileSync(postmaster, 'utf8').split('\n')[0]) : undefined;
  const postgres = pid === undefined ? undefined : recordOf(pid);
  return { ...state.processes, ...(postgres ? { postgres } : {}) };
}

/** Which of them are running. */
export function aliveOf(processes: Partial<Record<PartName, ProcessRecord>>): string[] {
  const entries = Object.entries(processes);
  return entries.filter(([, process]) => isAlive(process)).map(([name]) => name);
}
