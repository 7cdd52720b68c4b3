import type { Act } from '../domain/schemas/act.js';
import type { Strand } from '../domain/schemas/application.js';
import { canonical } from './canonical.js';
import { isSignedBy, keyId, type Signer } from './signing-key.js';

/** An act as it is sent into a case: who decided what in it, in which role and office, on which words and papers. */
export interface SentAct {
  /** Of a decision on a bundle the ID of its workflow: handed in again, it is decided anew. */
  readonly caseNo: string;
  readonly strand: Strand;
  /** What the engine knows the update by. */
  readonly actId: string;
  readonly act: Act;
}

/** An act with the signature of whoever sends it. */
export interface SignedAct extends SentAct {
  readonly keyId: string;
  /** Base64. */
  readonly signature: string;
}

export const signedAct = (signer: Signer, sent: SentAct): SignedAct => ({
  ...sent,
  keyId: keyId(signer.publicKey),
  signature: signer.sign(textOf(sent)),
});

/** Whether it was signed with one of these keys (base64): as it is, into this case. */
export const isActSigned = (publicKeys: readonly string[], signed: SignedAct): boolean =>
  publicKeys.some((key) => keyId(key) === signed.keyId && isSignedBy(key, textOf(signed), signed.signature));

/** Begins with what it is, so that no other signature can be taken for it. */
const textOf = ({ caseNo, strand, actId, act }: SentAct): string =>
  `zhibao-act/1\n${canonical({ caseNo, strand, actId, act })}`;
