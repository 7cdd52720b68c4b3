import { useNavigate } from '@tanstack/react-router';
import type { Question } from '../draft/questions.js';
import type { Work } from '../draft/use-work.js';

/** The way through the questions. */
export interface Steps {
  /** Which of how many this is, from 1. */
  readonly number: number;
  readonly of: number;
  readonly goOn: () => void;
  readonly goBack: () => void;
}

/** Whoever came to change one answer goes straight back to the check of all. */
export function useSteps({ draft: { id }, questions }: Work, question: Question, fromCheck: boolean): Steps {
  const navigate = useNavigate();
  const index = questions.indexOf(question);
  const toCheck = () => navigate({ to: '/applications/$id', params: { id } });
  const to = (other: Question | undefined) =>
    other === undefined || fromCheck
      ? toCheck()
      : navigate({ to: '/applications/$id/$question', params: { id, question: other }, search: {} });
  return {
    ...{ number: index + 1, of: questions.length },
    goOn: () => void to(questions[index + 1]),
    goBack: () => void (index === 0 ? toCheck() : to(questions[index - 1])),
  };
}
