import { setTimeout as delay } from 'node:timers/promises';
import { OperatorError } from '../../platform/operator-error.js';
import type { Db } from '../../prisma/client.js';
import { lastMark } from '../../prisma/restore-mark.js';

/** A worker at work leaves its mark more often than this, and stands still that soon after a restore is noted. */
const PATIENCE = { quietMs: 8000, mostMs: 60_000 };

/** Waits until no worker is at work: what is compared must not move. @throws OperatorError where one goes on */
export async function untilStandstill(db: Db, { quietMs, mostMs } = PATIENCE): Promise<void> {
  let seen = await lastMark(db);
  for (let waited = 0; waited < mostMs; waited += quietMs) {
    await delay(quietMs);
    const now = await lastMark(db);
    if (now === seen) return;
    seen = now;
  }
  throw new OperatorError(
    '仍有工作进程在运行：请先停止全部 worker，再执行本命令。',
    'A worker is still at work: stop all workers first, then run this again.',
  );
}
