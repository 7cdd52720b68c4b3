import { setTimeout as delay } from 'node:timers/promises';
import { OperatorError } from '../../platform/operator-error.js';
import type { Db } from '../../prisma/client.js';
import { lastMark } from '../../prisma/restore-mark.js';

/** A worker at work leaves its mark more often than this, and stands still that soon after a restore is noted. */
const QUIET_MS = 8000;
const MOST_MS = 60_000;

/** Waits until no worker is at work: what is compared must not move. @throws OperatorError where one goes on */
export async function untilStandstill(db: Db): Promise<void> {
  let seen = await lastMark(db);
  for (let waited = 0; waited < MOST_MS; waited += QUIET_MS) {
    await delay(QUIET_MS);
    const now = await lastMark(db);
    if (now === seen) return;
    seen = now;
  }
  throw new OperatorError(
    '仍有工作进程在运行：请先停止全部 worker，再执行本命令。',
    'A worker is still at work: stop all workers first, then run this again.',
  );
}
