import type { ServiceRated } from '../../domain/schemas/service-rating.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import type { CaseModel } from '../../prisma/generated/models.js';
import { caseKey } from '../../prisma/applicant.js';
import { openWords } from '../../prisma/words.js';

/** How the household of a case says it was served, where it has said it. */
export async function ratingOf(tx: Tx, keyring: Keyring, row: CaseModel): Promise<ServiceRated | null> {
  const rating = await tx.serviceRating.findUnique({ where: { caseNo: row.caseNo } });
  if (!rating) return null;
  const { level, wordsId, ratedAt } = rating;
  const words = await openWords(tx, await caseKey(tx, keyring, row), [wordsId]);
  return { level, words: words.get(wordsId ?? '') ?? null, ratedAt: ratedAt.toISOString() };
}
