import { setTimeout as delay } from 'node:timers/promises';
import { ApplicationFailure } from '@temporalio/activity';
import type { Logger } from 'pino';
import type { Db, Tx } from '../prisma/client.js';
import { openRestore } from '../prisma/restore.js';
import { mark, noteIfOlder } from '../prisma/restore-mark.js';
import type { Sweep } from './sweeps/sweep.js';

const LOOK_EVERY_MS = 1000;
const SAY_EVERY = 60;

/**
 * After a restore no worker does anything before records, engine and bank were compared. False where it was told to
 * stop meanwhile.
 */
export async function untilCompared(db: Db, home: string, log: Logger, stopping: AbortSignal): Promise<boolean> {
  if (await noteIfOlder(db, home)) log.error('the database is older than what this machine has seen of it');
  for (let looked = 0; !stopping.aborted; looked++) {
    const restore = await openRestore(db);
    if (!restore || restore.comparedAt) return true;
    if (looked % SAY_EVERY === 0) log.error('a restore is open: run "npm run zhibao -- reconcile"; this worker waits');
    await delay(LOOK_EVERY_MS, undefined, { signal: stopping }).catch(() => undefined);
  }
  return false;
}

/**
 * Says again and again what waits while a restore is not signed for, and keeps what this machine has seen. False where
 * the worker has to stand still: a restore is to be compared.
 */
export async function mayGoOn(db: Db, home: string, log: Logger): Promise<boolean> {
  await noteIfOlder(db, home);
  const restore = await openRestore(db);
  if (restore && !restore.comparedAt) return false;
  if (restore) log.warn('a restore is not signed for: starting, paying and mailing wait');
  await mark(db, home);
  return true;
}

/** What a restore holds up sweeps nothing until somebody has signed for it. */
export function whenSignedOff(sweep: Sweep): Sweep {
  const waiting: Sweep = async (swept, limit) => ((await openRestore(swept.db)) ? 0 : await sweep(swept, limit));
  Object.defineProperty(waiting, 'name', { value: sweep.name });
  return waiting;
}

/** @throws ApplicationFailure RESTORING: the engine asks again until somebody has signed */
export async function mustBeSignedOff(tx: Tx): Promise<void> {
  if (await openRestore(tx)) throw ApplicationFailure.retryable('A restore is not signed for.', 'RESTORING');
}
