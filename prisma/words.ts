import { randomBytes } from 'node:crypto';
import type { WordsReference } from '../domain/schemas/act.js';
import type { Keyring } from '../platform/keyring.js';
import type { Tx } from './client.js';
import { caseKey } from './applicant.js';
import { openColumn, sealColumn } from './sealed.js';
import { sha256 } from '../platform/digest.js';

interface Written {
  /** Follows from the act (`uuidFor`), so that an act that is repeated finds its words. */
  readonly id: string;
  /** Null in a payee's case. */
  readonly householdId: string | null;
  readonly caseNo?: string;
  readonly text: string;
}

/**
 * Keeps what somebody wrote under the key of its case; what travels is its reference and salted digest. Written again
 * by the same act, the first words count.
 */
export async function keepWords(tx: Tx, keyring: Keyring, written: Written): Promise<WordsReference> {
  const { id, householdId, caseNo = null, text } = written;
  const salt = randomBytes(16).toString('hex');
  const textSealed = sealColumn(await caseKey(tx, keyring, { caseNo: caseNo ?? '', householdId }), 'wordsText', text);
  await tx.words.createMany({
    data: { id, householdId, caseNo, textSealed, salt, sha256: sha256(salt + text) },
    skipDuplicates: true,
  });
  const kept = await tx.words.findUniqueOrThrow({ where: { id } });
  return { ref: kept.id, sha256: kept.sha256 };
}

/** What was written in cases of one household or payee, by reference, opened with their key. */
export async function openWords(
  tx: Tx,
  key: Uint8Array,
  ids: readonly (string | null | undefined)[],
): Promise<Map<string, string>> {
  const wanted = ids.filter((id) => typeof id === 'string');
  const rows = await tx.words.findMany({ where: { id: { in: wanted } } });
  return new Map(rows.map(({ id, textSealed }) => [id, openColumn(key, 'wordsText', textSealed)]));
}
