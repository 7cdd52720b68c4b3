import { existsSync } from 'node:fs';
import type { Copy } from './copy.js';
import { stopPostgres } from './postgres.js';
import { end, isAlive } from './processes.js';
import type { RecordedPart } from './run-state.js';

const END_MILLISECONDS = 15_000;

/**
 * Ends our own processes that a killed start left running: they may be of an older build. The servers go on and are
 * adopted.
 */
export async function endOrphans(copy: Copy): Promise<void> {
  for (const part of ['api', 'worker', 'bank'] as const) await endLeft(copy, part);
}

/** Ends the servers too: after a start that failed, nothing is left running. */
export async function endServers(copy: Copy): Promise<void> {
  await endLeft(copy, 'temporal');
  const folder = copy.home.at('postgres');
  if (existsSync(folder)) await stopPostgres(folder);
}

async function endLeft({ state, say }: Copy, part: RecordedPart): Promise<void> {
  const left = state.process(part);
  if (!left) return;
  if (isAlive(left)) {
    say(
      `上次遗留的进程 ${part}（${left.pid}）正在停止……`,
      `Ending the process ${part} (${left.pid}) that was left running …`,
    );
    await end(left, END_MILLISECONDS);
  }
  state.setProcess(part, undefined);
}
