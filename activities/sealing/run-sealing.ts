import type { Logger } from 'pino';
import { signerFrom } from '../../proof/signing-key.js';
import { announceKey } from '../../prisma/signing-keys.js';
import { openRestore } from '../../prisma/restore.js';
import { repeat } from '../repeat.js';
import { markGrowth } from './mark-growth.js';
import { numberLeaves } from './number-leaves.js';
import { EndedWorkflows } from './seal-ended.js';
import { sealRows } from './seal-rows.js';
import type { Sealing } from './sealing.js';
import { signDailyHead } from './sign-head.js';

/** A history is read whole to be marked: beside what the worker has to do otherwise, so many a second. */
const MARKED_A_SECOND = 10;
const NUMBERED_AT_ONCE = 1000;

/** Seals what happens, beside the sweeps, until told to stop. While a restore is not signed for, it waits. */
export async function runSealing(sealing: Sealing, log: Logger, stopping: AbortSignal): Promise<void> {
  const { db, keyring } = sealing;
  for (const purpose of ['acts', 'heads'] as const) {
    await announceKey(db, purpose, signerFrom(keyring.signingSeed(purpose)).publicKey);
  }
  const ended = new EndedWorkflows(sealing);
  const tasks: readonly (readonly [name: string, everyMs: number, task: () => Promise<unknown>])[] = [
    ['markGrowth', 1000, () => markGrowth(sealing, MARKED_A_SECOND)],
    ['sealEnded', 30_000, () => ended.sealAll()],
    ['sealRows', 60_000, () => sealRows(sealing)],
    ['numberLeaves', 2000, () => numberLeaves(db, NUMBERED_AT_ONCE)],
    ['signDailyHead', 60_000, () => signDailyHead(sealing)],
  ];
  const whenSignedOff = (task: () => Promise<unknown>) => async () => {
    if (!(await openRestore(db))) await task();
    return { more: false };
  };
  await Promise.all(
    tasks.map(([name, everyMs, task]) => repeat(name, whenSignedOff(task), { everyMs, log, stopping })),
  );
}
