import { ownCase } from '../acting/household-step.js';
import type { Handler } from '../handler.js';
import { uuidFor } from '../../platform/digest.js';
import { keepWords } from '../../prisma/words.js';

/** Beside the case, and of no effect on it. What was written stays under the household's key. */
export const rateService: Handler<'rateService'> = async ({ who, params, body, actId }, deps) => {
  const { caseNo, countyCode, householdId } = await ownCase(deps, who, params.id);
  const { level, words: text } = body;
  await deps.db.$transaction(async (tx) => {
    const written = text && { id: uuidFor(actId, 'words'), householdId, caseNo, text };
    const wordsId = written ? (await keepWords(tx, deps.keyring, written)).ref : null;
    const rating = { level, wordsId, ratedAt: new Date() };
    await tx.serviceRating.upsert({
      where: { caseNo },
      create: { caseNo, countyCode, ...rating },
      update: rating,
    });
  });
  return { status: 204, body: undefined };
};
