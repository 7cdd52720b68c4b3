import { fileURLToPath } from 'node:url';
import { OperatorError } from '../../platform/operator-error.js';
import type { Copy } from './copy.js';
import { startDetached } from './detached.js';
import type { Part } from './part.js';
import { processEnvironment } from './process-environment.js';
import { end, type ProcessRecord } from './processes.js';

/** A program of our own that runs as a process of its own. */
export interface Program {
  name: 'bank' | 'worker' | 'api';
  zh: string;
  en: string;
  /** Its compiled module, below `dist`. */
  script: string;
  /** What it is told besides the settings of all. */
  environment?: () => Promise<NodeJS.ProcessEnv>;
  isReady: (process: ProcessRecord) => Promise<boolean>;
  /** How long it may take to finish what it has begun. */
  endMilliseconds: number;
}

const READY_MILLISECONDS = 60_000;

export function childPart(copy: Copy, program: Program): Part {
  const { zh, en, name } = program;
  const stop = async (process: ProcessRecord) => {
    await end(process, program.endMilliseconds);
    copy.state.setProcess(name, undefined);
  };
  return { zh, en, mayBeKilled: true, start: () => start(copy, program), stop };
}

async function start(copy: Copy, { zh, en, name, script, environment, isReady }: Program): Promise<ProcessRecord> {
  const logFile = copy.home.at('logs', `${name}.log`);
  const own = (await environment?.()) ?? {};
  try {
    return await startDetached({
      command: process.execPath,
      args: ['--enable-source-maps', fileURLToPath(new URL(`../../${script}`, import.meta.url))],
      env: { ...process.env, ...processEnvironment(copy.settings, copy.keys, copy.state.ports), ...own },
      logFile,
      onSpawn: (child) => copy.state.setProcess(name, child),
      isReady: async (child) => copy.stopping.aborted || (await isReady(child)),
      readyMilliseconds: READY_MILLISECONDS,
    });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new OperatorError(
      `${zh}启动不了（${why}）：详见日志 ${logFile}，改正后再启动。`,
      `The ${en} does not start (${why}): see its log ${logFile}, put it right and start again.`,
    );
  }
}
