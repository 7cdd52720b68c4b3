import type { LeafOf } from '../../domain/schemas/leaf.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import type { Ground } from '../../proof/evidence.js';
import { publicKeysOf } from '../../proof/signing-key.js';
import { sealedRegister } from './sealed-register.js';

/** What all cases of this system are held against. Only its own keys are trusted, whatever keys the log may name. */
export async function groundOf(tx: Tx, keyring: Keyring): Promise<Ground> {
  return {
    actKeys: publicKeysOf(keyring.signingSeeds('acts')),
    signedSince: await announced(tx, 'acts'),
    bundlesSignedSince: await announced(tx, 'bundles'),
    bundleCasesSigned: (await announced(tx, 'bundleCases')) !== Infinity,
    noticesSignedSince: await announced(tx, 'notices'),
    register: await sealedRegister(tx, keyring),
    restores: await tx.restore.count({ where: { signedOffAt: { not: null } } }),
  };
}

/** When a key was announced first, epoch ms. */
async function announced(tx: Tx, purpose: LeafOf<'key'>['purpose']): Promise<number> {
  const first = await tx.logEntry.findFirst({ where: { kind: 'key', subject: purpose }, orderBy: { id: 'asc' } });
  return first?.at.getTime() ?? Infinity;
}
