import { sha256 } from '../platform/digest.js';
import type { Keyring } from '../platform/keyring.js';
import { openBytes, seal } from '../platform/seal.js';
import type { Prisma, Tx } from './client.js';

/** What a sealed file is: its bytes open as nothing else. */
const CONTEXT = 'bank/file';

/** A file that went to the bank or came from it, as it is kept; `countyCode` '' where none is known. */
export function keptFile(keyring: Keyring, countyCode: string, { name, bytes }: { name: string; bytes: Uint8Array }) {
  return {
    ...{ name, countyCode, sha256: sha256(bytes), bytes: bytes.length },
    contentSealed: seal(keyOf(keyring, countyCode), bytes, CONTEXT),
  };
}

/** The bytes of a kept file. */
export const bytesOf = (keyring: Keyring, file: { countyCode: string; contentSealed: Uint8Array }): Uint8Array =>
  openBytes(keyOf(keyring, file.countyCode), file.contentSealed, CONTEXT);

const keyOf = (keyring: Keyring, countyCode: string): Buffer =>
  (countyCode === '' ? keyring.system() : keyring.county(countyCode)).key;

/** Reports of results whose lines are not all posted. */
export const unposted = (tx: Tx) =>
  ({ kind: 'results', posted: { lt: tx.bankFile.fields.lines } }) satisfies Prisma.BankFileWhereInput;
