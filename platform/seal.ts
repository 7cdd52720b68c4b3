import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/*
 * Layout of sealed bytes, version 1:
 *   0       version (1)
 *   1..12   nonce, random
 *   13..n   cipher text, AES-256-GCM
 *   last 16 authentication tag
 */
const VERSION = 1;
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + NONCE_BYTES;
export const KEY_BYTES = 32;

/** Sealed bytes that cannot be opened. The message names the context, never the content. */
class UnsealError extends Error {
  readonly code = 'UNSEALABLE';
  constructor(context: string, why: string) {
    super(`What was sealed as "${context}" cannot be opened: ${why}.`);
    this.name = 'UnsealError';
  }
}

/**
 * Encrypts `text` with a 32-byte key. `context` says what it is (for example "household/name"): it is not stored,
 * and only the same context opens the bytes again, so that sealed values cannot be moved from one place to another.
 */
export function seal(key: Uint8Array, text: string | Uint8Array, context: string): Buffer<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(context));
  const plain = typeof text === 'string' ? Buffer.from(text) : text;
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The text that was sealed. @throws UnsealError with a wrong key or context, or when a byte was altered. */
export function open(key: Uint8Array, sealed: Uint8Array, context: string): string {
  return openBytes(key, sealed, context).toString('utf8');
}

/** As `open`, for what was sealed as bytes. @throws UnsealError */
export function openBytes(key: Uint8Array, sealed: Uint8Array, context: string): Buffer<ArrayBuffer> {
  if (sealed.length < HEADER_BYTES + TAG_BYTES) throw new UnsealError(context, 'it is too short');
  if (sealed[0] !== VERSION) throw new UnsealError(context, `its layout version ${sealed[0]} is not known`);
  const tagAt = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(1, HEADER_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(tagAt));
  const plain = decipher.update(sealed.subarray(HEADER_BYTES, tagAt));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    throw new UnsealError(context, 'the key or the context is a wrong one, or the bytes were altered');
  }
}
