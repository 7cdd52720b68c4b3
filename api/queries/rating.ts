import type { ServiceRated } from '../../domain/schemas/service-rating.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import type { CaseModel } from '../../prisma/generated/models.js';
import { householdKey } from '../../prisma/household.js';
import { openWords } from '../../prisma/words.js';

/** How the household of a case says it was served, where it has said it. */
export async function ratingOf(
  tx: Tx,
  keyring: Keyring,
  { caseNo, householdId }: CaseModel,
): Promise<ServiceRated | null> {
  const rating = await tx.serviceRating.findUnique({ where: { caseNo } });
  if (!rating) return null;
  const { level, wordsId, ratedAt } = rating;
  const words = await openWords(tx, await householdKey(tx, keyring, householdId), [wordsId]);
  return { level, words: words.get(wordsId ?? '') ?? null, ratedAt: ratedAt.toISOString() };
}
