import type { LeafOf } from '../../domain/schemas/leaf.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import { leavesOf } from '../../proof/leaves.js';
import { type Ground, postsOf } from '../../proof/evidence.js';
import { publicKeysOf } from '../../proof/signing-key.js';

/** What all cases of this system are held against. Only its own keys are trusted, whatever keys the log may name. */
export async function groundOf(tx: Tx, keyring: Keyring): Promise<Ground> {
  const register = await tx.logEntry.findMany({ where: { kind: 'official' }, orderBy: { id: 'asc' } });
  const officials = leavesOf(
    register.map(({ leaf }) => ({ index: null, leaf })),
    'official',
  );
  return {
    actKeys: publicKeysOf(keyring.signingSeeds('acts')),
    signedSince: await announced(tx, 'acts'),
    bundlesSignedSince: await announced(tx, 'bundles'),
    noticesSignedSince: await announced(tx, 'notices'),
    posts: postsOf(officials),
    restores: await tx.restore.count({ where: { signedOffAt: { not: null } } }),
  };
}

/** When a key was announced first, epoch ms. */
async function announced(tx: Tx, purpose: LeafOf<'key'>['purpose']): Promise<number> {
  const first = await tx.logEntry.findFirst({ where: { kind: 'key', subject: purpose }, orderBy: { id: 'asc' } });
  return first?.at.getTime() ?? Infinity;
}
