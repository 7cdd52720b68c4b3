import type { Keyring } from '../../platform/keyring.js';
import type { Db } from '../../prisma/client.js';
import { announceKey } from '../../prisma/signing-keys.js';
import { actsSigner } from './acts-signer.js';
import { signStandingAccounts } from './sign-accounts.js';
import { signStandingBundles } from './sign-bundle-cases.js';
import { signStandingNotices } from './sign-notices.js';

/**
 * From when on the API signs what is done, in the log. What was on its way before that, and is still to be carried into
 * cases, is signed as it stands when that begins: once, and never again.
 */
export async function announceSigning(db: Db, keyring: Keyring): Promise<void> {
  const { publicKey } = actsSigner(keyring);
  await announceKey(db, 'acts', publicKey);
  await announceKey(db, 'bundles', publicKey);
  await announceKey(db, 'bundleCases', publicKey, (tx) => signStandingBundles(tx, keyring));
  await announceKey(db, 'notices', publicKey, (tx) => signStandingNotices(tx, keyring));
  await announceKey(db, 'payeeAccounts', publicKey, (tx) => signStandingAccounts(tx, keyring));
}
