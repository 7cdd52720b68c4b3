import {
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto';
import { sha256 } from './canonical.js';

/** DER of an Ed25519 private key (RFC 8410) before its 32 bytes. */
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex');
/** The same of a public key. */
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex');

/** Signs (Ed25519). */
export interface Signer {
  /** Base64 of the 32 bytes. */
  readonly publicKey: string;
  /** Base64 of the 64 bytes. */
  readonly sign: (text: string) => string;
}

/** The signer whose private key is these 32 bytes. */
export function signerFrom(seed: Uint8Array): Signer {
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC.length);
  return {
    publicKey: publicKey.toString('base64'),
    sign: (text) => signBytes(null, Buffer.from(text), key).toString('base64'),
  };
}

/** The public halves (base64) of these private keys. */
export const publicKeysOf = (seeds: readonly Uint8Array[]): string[] => seeds.map((seed) => signerFrom(seed).publicKey);

/** Whether a text was signed with the private half of a public key (base64). */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  const key = keyOf(publicKey);
  return key !== undefined && verifyBytes(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
}

/** Few keys sign, and many signatures are checked. */
const known = new Map<string, KeyObject | undefined>();

function keyOf(publicKey: string): KeyObject | undefined {
  const key = known.get(publicKey) ?? readKey(publicKey);
  if (known.size < MOST_KNOWN) known.set(publicKey, key);
  return key;
}

const MOST_KNOWN = 100;

function readKey(publicKey: string): KeyObject | undefined {
  const bytes = Buffer.from(publicKey, 'base64');
  if (bytes.length !== 32) return undefined;
  return createPublicKey({ key: Buffer.concat([PUBLIC, bytes]), format: 'der', type: 'spki' });
}

/** What a public key is called where it is named: the first 16 digits of its SHA-256. */
export const keyId = (publicKey: string): string => sha256(Buffer.from(publicKey, 'base64')).slice(0, 16);
