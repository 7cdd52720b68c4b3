import type { RegisterLeaf } from '../domain/schemas/leaf.js';
import { canonical } from './canonical.js';
import { isSignedBy, keyId, type Signer } from './signing-key.js';

/** The API signs what it logs of the register of officials: whoever writes into the log by other means, signs nothing. */
export const registerSigner =
  (signer: Signer) =>
  <L extends RegisterLeaf>(leaf: L): L => ({
    ...leaf,
    signature: { keyId: keyId(signer.publicKey), signature: signer.sign(textOf(leaf)) },
  });

/** Whether it was signed, as it is, with one of these keys (base64). */
export const isLeafSigned = (publicKeys: readonly string[], leaf: RegisterLeaf): boolean =>
  publicKeys.some(
    (key) => keyId(key) === leaf.signature?.keyId && isSignedBy(key, textOf(leaf), leaf.signature.signature),
  );

/** Begins with what it is, so that no other signature can be taken for it. */
const textOf = ({ signature: _signature, ...leaf }: RegisterLeaf): string => `zhibao-register/1\n${canonical(leaf)}`;
