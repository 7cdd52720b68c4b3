import type { ReviewAnswer } from '../../domain/rules/review-answers.js';
import type { ReviewCommission } from '../../domain/schemas/application.js';
import type { CaseView } from '../../domain/schemas/case-view.js';
import type { Bilingual } from '../../domain/schemas/common.js';
import type { Programme } from '../../domain/schemas/programme.js';
import { FINDING_NAMES } from '../../domain/texts/endings.js';
import { ANSWER_NAMES } from '../../domain/texts/review.js';
import type { Tx } from '../../prisma/client.js';
import type { ReviewModel } from '../../prisma/generated/models.js';
import { coded } from './coded.js';

/** What the review of a case asks: what its programme says, where it began when that was asked. */
export async function questionsOf(tx: Tx, caseNo: string, programme: Programme): Promise<Bilingual[]> {
  const review = await tx.review.findUnique({ where: { caseNo } });
  return review ? askedBy(review, programme) : [];
}

/** The review of a case, with what was said to what it looks at. */
export async function reviewOf(tx: Tx, caseNo: string, programme: Programme): Promise<CaseView['review']> {
  const review = await tx.review.findUnique({ where: { caseNo } });
  if (!review) return null;
  const { finding, score, reported, answers } = review;
  return {
    ...{ finding: finding === null ? null : coded(FINDING_NAMES, finding), score },
    looksAt: askedBy(review, programme).map((question, index) => ({
      ...{ question, household: answerAt(reported, index), official: answerAt(answers, index) },
    })),
  };
}

function askedBy({ input }: ReviewModel, { reviewLooksAt = [] }: Programme): Bilingual[] {
  const { looksAt = 0 } = input as unknown as ReviewCommission;
  return reviewLooksAt.slice(0, looksAt);
}

const answerAt = (answers: readonly string[], index: number) =>
  answers[index] === undefined ? null : coded(ANSWER_NAMES, answers[index] as ReviewAnswer);
