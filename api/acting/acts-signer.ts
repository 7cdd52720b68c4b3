import type { Keyring } from '../../platform/keyring.js';
import { signerFrom } from '../../proof/signing-key.js';

/** Signs what officials and households do, when the API takes it in. */
export const actsSigner = (keyring: Keyring) => signerFrom(keyring.signingSeed('acts'));
