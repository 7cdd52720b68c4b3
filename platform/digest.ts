import { createHash } from 'node:crypto';

export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/** A UUID (version 8) that follows from the act: repeated, the act names the same row. */
export function uuidFor(actId: string, what: string): string {
  const hex = sha256(`${actId}/${what}`);
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** What an act is known by, whatever process carries it out: 32 hex digits; it stands in its history five times. */
export const actIdOf = (...parts: readonly string[]): string => sha256(JSON.stringify(parts)).slice(0, 32);
