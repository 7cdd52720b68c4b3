import { spawn } from 'node:child_process';
import { openSync, closeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Connection } from '@temporalio/client';
import { OperatorError } from '../../platform/operator-error.js';
import { isAlive, recordOf, type ProcessRecord } from './processes.js';
import { waitUntil } from './wait.js';

export interface TemporalOptions {
  program: string;
  port: number;
  namespace: string;
  /** The file that keeps its state. */
  stateFile: string;
  logFile: string;
}

const START_MILLISECONDS = 30_000;

/** Starts the development server as a process of its own, which keeps its state in a file. @throws OperatorError */
export async function startTemporal(options: TemporalOptions): Promise<ProcessRecord> {
  const log = openSync(options.logFile, 'a');
  const child = spawn(options.program, serverArguments(options), {
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, GOGC: '400' },
  });
  closeSync(log);
  child.unref();
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  const server = child.pid === undefined ? undefined : recordOf(child.pid);
  const gone = () => failure !== undefined || !server || !isAlive(server);
  const ready = await waitUntil(async () => gone() || (await isServing(options.port)), START_MILLISECONDS);
  if (server && ready && !gone()) return server;
  if (server && !gone()) process.kill(server.pid, 'SIGKILL');
  throw await notStarted(options, failure);
}

/** Whether a Temporal server answers on the port of this machine. */
export async function isServing(port: number): Promise<boolean> {
  try {
    const connection = await Connection.connect({ address: `127.0.0.1:${port}`, connectTimeout: 1000 });
    await connection.close();
    return true;
  } catch {
    return false;
  }
}

function serverArguments({ port, namespace, stateFile }: TemporalOptions): string[] {
  return [
    ...['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', String(port), '--log-level', 'error'],
    ...['--namespace', namespace, '--db-filename', stateFile],
    // Every commit reaches the disk: after a power cut the engine must not know less than the records.
    ...['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=FULL'],
    // Without it a timer of a millisecond takes about a second.
    ...['--dynamic-config-value', 'history.timerProcessorMaxTimeShift="20ms"'],
  ];
}

async function notStarted({ stateFile, logFile }: TemporalOptions, failure?: Error): Promise<OperatorError> {
  const lines = (await readFile(logFile, 'utf8').catch(() => '')).trim().split('\n');
  const why = failure?.message ?? lines.at(-1)?.slice(0, 200) ?? '';
  return new OperatorError(
    `Temporal 服务启动不了（${why}）：详见 ${logFile}；若 ${stateFile} 已损坏，请从备份恢复，或用 ZHIBAO_HOME 另指数据文件夹。`,
    `The Temporal server does not start (${why}): see ${logFile}; if ${stateFile} is damaged, restore it from a backup, or name another data folder with ZHIBAO_HOME.`,
  );
}
