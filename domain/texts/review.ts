import type { ReviewAnswer } from '../rules/review-answers.js';
import type { FieldError } from '../schemas/problem.js';
import type { Bilingual } from '../schemas/common.js';

export const ANSWER_NAMES = {
  yes: { zh: '是', en: 'yes' },
  partly: { zh: '部分是', en: 'in part' },
  no: { zh: '否', en: 'no' },
} as const satisfies Record<ReviewAnswer, Bilingual>;

/** A field for each question that is not answered, and for each answer to which there is no question. */
export function answerErrors(questions: readonly Bilingual[], answered: number): FieldError[] {
  const field = (index: number): string => `answers.${index}`;
  const missing = questions.slice(answered).map(({ zh, en }, index) => ({
    ...{ field: field(answered + index), zh: `请回答：${zh}（是、部分是、否）`, en: `Answer: ${en} (yes, partly, no)` },
  }));
  const beyond = Array.from({ length: Math.max(0, answered - questions.length) }, (_, index) => ({
    ...{ field: field(questions.length + index), zh: '评价没有这个问题，请删去', en: 'The review does not ask this' },
  }));
  return [...missing, ...beyond];
}
