import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import { leavesOf } from '../../proof/leaves.js';
import { type Ground, postsOf } from '../../proof/evidence.js';
import { signerFrom } from '../../proof/signing-key.js';

/** What all cases of this system are held against. Only its own keys are trusted, whatever keys the log may name. */
export async function groundOf(tx: Tx, keyring: Keyring): Promise<Ground> {
  const first = await tx.logEntry.findFirst({ where: { kind: 'key', subject: 'acts' }, orderBy: { id: 'asc' } });
  const register = await tx.logEntry.findMany({ where: { kind: 'official' }, orderBy: { id: 'asc' } });
  const officials = leavesOf(
    register.map(({ leaf }) => ({ index: null, leaf })),
    'official',
  );
  return {
    actKeys: keyring.signingSeeds('acts').map((seed) => signerFrom(seed).publicKey),
    signedSince: first?.at.getTime() ?? Infinity,
    posts: postsOf(officials),
    restores: await tx.restore.count({ where: { signedOffAt: { not: null } } }),
  };
}
