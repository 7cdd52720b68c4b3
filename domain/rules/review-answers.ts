import type { ErrorCode } from '../errors.js';

/** What is said to each thing that the programme's review looks at. */
export const REVIEW_ANSWERS = ['yes', 'partly', 'no'] as const;
export type ReviewAnswer = (typeof REVIEW_ANSWERS)[number];

/** What is said to a review: an answer to each of its questions, and words or where they are kept. */
export interface Answered {
  readonly answers?: readonly ReviewAnswer[] | undefined;
  readonly words?: unknown;
}

/**
 * Whether an act of the review answers each of so many questions, no more and no fewer, and says in words why something
 * is not so; the code names what is missing.
 */
export function answersAmiss(questions: number, { answers = [], words }: Answered) {
  if (answers.length !== questions) return 'ANSWERS_MISSING' satisfies ErrorCode;
  if (answers.some((answer) => answer !== 'yes') && !words) return 'WORDS_MISSING' satisfies ErrorCode;
  return undefined;
}
