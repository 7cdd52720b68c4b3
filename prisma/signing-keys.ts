import type { Keyring } from '../platform/keyring.js';
import type { Db } from './client.js';
import { lastLogged, lockLog, log } from './log-entries.js';

/** Who signs acts and heads from now on stands in the log: once for each key. */
export async function announceKey(
  db: Db,
  purpose: Parameters<Keyring['signingSeed']>[0],
  publicKey: string,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockLog(tx);
    if ((await lastLogged(tx, 'key', purpose))?.publicKey === publicKey) return;
    await log(tx, { kind: 'key', purpose, publicKey });
  });
}
