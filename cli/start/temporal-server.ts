import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { OperatorError } from '../../platform/operator-error.js';
import { startDetached } from './detached.js';
import type { ProcessRecord } from './processes.js';

export interface TemporalOptions {
  program: string;
  port: number;
  namespace: string;
  /** The file that keeps its state. */
  stateFile: string;
  logFile: string;
  onSpawn: (process: ProcessRecord) => void;
}

/** Ended cases stay readable in the engine for a year; the records in PostgreSQL stay for good. */
const RETENTION = msToTs('365 days');

/** Starts Temporal's development server, which keeps its state in a file. @throws OperatorError */
export async function startTemporal(options: TemporalOptions): Promise<ProcessRecord> {
  const { program, port, namespace, logFile } = options;
  try {
    return await startDetached({
      command: program,
      args: serverArguments(options),
      env: { ...process.env, GOGC: '400' },
      logFile,
      onSpawn: options.onSpawn,
      isReady: () => isServing(port, namespace),
      readyMilliseconds: 30_000,
    });
  } catch (cause) {
    throw notStarted(options, cause instanceof Error ? cause.message : String(cause));
  }
}

/** Whether a Temporal server on the port of this machine serves the namespace; how long it keeps histories is set. */
export async function isServing(port: number, namespace: string): Promise<boolean> {
  try {
    const connection = await Connection.connect({ address: `127.0.0.1:${port}`, connectTimeout: 1000 });
    const config = { workflowExecutionRetentionTtl: RETENTION };
    try {
      await connection.workflowService.updateNamespace({ namespace, config });
      return true;
    } finally {
      await connection.close();
    }
  } catch {
    return false;
  }
}

const FLAGS = [
  ['--headless', '--ip', '127.0.0.1', '--log-level', 'error'],
  // Every commit reaches the disk: after a power cut the engine must not know less than the records.
  ['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=FULL'],
  // Without it a timer of a millisecond takes about a second.
  ['--dynamic-config-value', 'history.timerProcessorMaxTimeShift="20ms"'],
].flat();

function serverArguments({ port, namespace, stateFile }: TemporalOptions): string[] {
  const own = ['--port', String(port), '--namespace', namespace, '--db-filename', stateFile];
  return ['server', 'start-dev', ...own, ...FLAGS];
}

function notStarted({ stateFile, logFile }: TemporalOptions, why: string): OperatorError {
  return new OperatorError(
    `Temporal 服务启动不了（${why}）：详见 ${logFile}；若 ${stateFile} 已损坏，请从备份恢复，或用 ZHIBAO_HOME 另指数据文件夹。`,
    `The Temporal server does not start (${why}): see ${logFile}; if ${stateFile} is damaged, restore it from a backup, or name another data folder with ZHIBAO_HOME.`,
  );
}
