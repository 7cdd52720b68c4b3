import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Db } from '../../prisma/client.js';
import { destroyPapers } from './destroy.js';

const EVERY_MS = 60_000;

/** Destroys what papers are to go; what can't be destroyed now is tried again. */
export const destroyDue = (db: Db, home: string, log: Logger): Promise<void> =>
  destroyPapers(db, home).catch((error: Error) => log.warn({ err: error }, 'papers are still to be destroyed'));

/** Finishes, until told to stop, what a process left that died between a destruction and the end of its papers. */
export async function destroyEver(db: Db, home: string, log: Logger, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    await destroyDue(db, home, log);
    await sleep(EVERY_MS, undefined, { signal: stopping }).catch(() => undefined);
  }
}
