import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { TEST_KEY } from '../support/demonstration-database.js';

const PROGRAM = path.resolve('dist/activities/worker.js');

export interface Where {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly bankUrl: string;
}

/** A worker as a process of its own, ready; `log` collects every line it prints. */
export async function startWorker({ databaseUrl, temporalAddress, bankUrl }: Where) {
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    BANK_URL: bankUrl,
    ZHIBAO_KEY: TEST_KEY,
    ZHIBAO_SESSION_SECRET: 's'.repeat(32),
    PUBLIC_URL: 'http://127.0.0.1',
    LOG_LEVEL: 'debug',
  };
  const child = spawn(process.execPath, [PROGRAM], { env });
  const exited = once(child, 'exit');
  const log: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => log.push(chunk.toString()));
  const lines = createInterface(child.stdout);
  lines.on('line', (line) => log.push(line));
  const ready = once(child, 'exit').then(() => false);
  const isReady = new Promise<boolean>((resolve) => {
    lines.on('line', (line) => line.includes('"ready"') && resolve(true));
  });
  if (!(await Promise.race([isReady, ready]))) throw new Error(`The worker ended:\n${log.join('\n')}`);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await exited;
    return child.exitCode;
  };
  return { log, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}
