import { caseKey } from '../../prisma/applicant.js';
import { maskKnown } from '../../domain/rules/masking-known.js';
import type { ObjectionView } from '../../domain/schemas/notice-view.js';
import { OBJECTION_RESULTS } from '../../domain/texts/objection-results.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import { openWords } from '../../prisma/words.js';
import { found } from '../problem.js';
import { coded } from './coded.js';
import { householdNumbers } from './household-numbers.js';

/** What became of an objection, by its receipt. @throws Refused NOT_FOUND */
export async function objectionView(tx: Tx, keyring: Keyring, receiptNo: string): Promise<ObjectionView> {
  const include = { case: { select: { caseNo: true, householdId: true } } } as const;
  const row = found(await tx.objection.findUnique({ where: { receiptNo }, include }));
  const key = await caseKey(tx, keyring, row.case);
  const written = await resultOf(tx, key, row.case.householdId, row.resultWordsId);
  return {
    ...{ receiptNo, noticeNo: row.publicationNo, receivedAt: row.receivedAt.toISOString() },
    state: row.settledAt ? 'settled' : 'received',
    settledAt: row.settledAt?.toISOString() ?? null,
    result: row.result === null ? null : coded(OBJECTION_RESULTS, row.result),
    words: written,
  };
}

/** Whoever holds the receipt may be anybody: nothing of a number of the household is among what he reads. */
async function resultOf(
  tx: Tx,
  key: Uint8Array,
  householdId: string | null,
  wordsId: string | null,
): Promise<string | null> {
  const text = (await openWords(tx, key, [wordsId])).get(wordsId ?? '');
  if (text === undefined) return null;
  return maskKnown(text, householdId === null ? [] : await householdNumbers(tx, householdId, key));
}
