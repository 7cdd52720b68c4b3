import type { LeafOf } from '../domain/schemas/leaf.js';
import type { Db, Tx } from './client.js';
import { lastLogged, lockLog, log } from './log-entries.js';

type Purpose = LeafOf<'key'>['purpose'];

/** What stands there when a key is announced first may be a county's of years. */
const LONG = { timeout: 600_000 };

/**
 * Which keys sign acts and heads from now on, and which wraps the households', stands in the log: once for each. `first`:
 * what is done with the first of a purpose, and never again.
 */
export async function announceKey(
  db: Db,
  purpose: Purpose,
  publicKey: string,
  first?: (tx: Tx) => Promise<void>,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockLog(tx);
    const last = await lastLogged(tx, 'key', purpose);
    if (last?.publicKey === publicKey) return;
    if (!last) await first?.(tx);
    await log(tx, { kind: 'key', purpose, publicKey });
  }, LONG);
}

/** Whether a key was announced for it ever: from then on all of it is signed. */
export const isAnnounced = async (tx: Tx, purpose: Purpose): Promise<boolean> =>
  (await lastLogged(tx, 'key', purpose)) !== undefined;

/** When a key was announced for it first. */
export async function announcedAt(tx: Tx, purpose: Purpose): Promise<Date | undefined> {
  const first = await tx.logEntry.findFirst({ where: { kind: 'key', subject: purpose }, orderBy: { id: 'asc' } });
  return first?.at;
}
