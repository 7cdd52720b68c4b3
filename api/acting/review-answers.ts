import type { ReviewAnswer } from '../../domain/rules/review-answers.js';
import { answerErrors } from '../../domain/texts/review.js';
import type { Db } from '../../prisma/client.js';
import type { CaseModel } from '../../prisma/generated/models.js';
import { programmeVersion } from '../../prisma/rules-in-force.js';
import { Refused } from '../problem.js';
import { questionsOf } from '../queries/review.js';

interface Said {
  readonly answers?: readonly ReviewAnswer[] | undefined;
  readonly words?: string | undefined;
}

/**
 * Each thing that the review looks at is answered, and explained where it is not so.
 * @throws Refused ANSWERS_MISSING, naming each field; WORDS_MISSING
 */
export async function mustAnswer(db: Db, row: CaseModel, { answers = [], words }: Said): Promise<void> {
  const programme = await programmeVersion(db, row.programmeDigest);
  const errors = answerErrors(await questionsOf(db, row.caseNo, programme), answers.length);
  if (errors.length > 0) throw new Refused('ANSWERS_MISSING', { errors });
  if (answers.some((answer) => answer !== 'yes') && !words) throw new Refused('WORDS_MISSING');
}
