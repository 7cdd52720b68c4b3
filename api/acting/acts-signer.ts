import type { Keyring } from '../../platform/keyring.js';
import { keepSignature } from '../../prisma/act-signatures.js';
import type { Tx } from '../../prisma/client.js';
import { type SentAct, signedAct } from '../../proof/signed-act.js';
import { signerFrom } from '../../proof/signing-key.js';

/** Signs what officials and households do, when the API takes it in. */
export const actsSigner = (keyring: Keyring) => signerFrom(keyring.signingSeed('acts'));

/** Signs an act before it is sent, or as it is written down. */
export const signAct = async (tx: Tx, keyring: Keyring, sent: SentAct): Promise<void> =>
  await keepSignature(tx, signedAct(actsSigner(keyring), sent));
