import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import { announcedAt, isAnnounced } from '../../prisma/signing-keys.js';
import type { Ground } from '../../proof/evidence.js';
import { publicKeysOf } from '../../proof/signing-key.js';
import { sealedRegister } from './sealed-register.js';

/** What all cases of this system are held against. Only its own keys are trusted, whatever keys the log may name. */
export async function groundOf(tx: Tx, keyring: Keyring): Promise<Ground> {
  return {
    actKeys: publicKeysOf(keyring.signingSeeds('acts')),
    signedSince: (await announcedAt(tx, 'acts'))?.getTime() ?? Infinity,
    bundlesSignedSince: (await announcedAt(tx, 'bundles'))?.getTime() ?? Infinity,
    bundleCasesSigned: await isAnnounced(tx, 'bundleCases'),
    noticesSignedSince: (await announcedAt(tx, 'notices'))?.getTime() ?? Infinity,
    register: await sealedRegister(tx, keyring),
    restores: await tx.restore.count({ where: { signedOffAt: { not: null } } }),
  };
}
