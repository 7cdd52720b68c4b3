import type { LeafOf } from '../domain/schemas/leaf.js';
import type { Db } from './client.js';
import { lastLogged, lockLog, log } from './log-entries.js';

/** Which keys sign acts and heads from now on, and which wraps the households', stands in the log: once for each. */
export async function announceKey(db: Db, purpose: LeafOf<'key'>['purpose'], publicKey: string): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockLog(tx);
    if ((await lastLogged(tx, 'key', purpose))?.publicKey === publicKey) return;
    await log(tx, { kind: 'key', purpose, publicKey });
  });
}
