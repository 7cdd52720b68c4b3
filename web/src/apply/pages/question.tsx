import type { ComponentType } from 'react';
import { useParams, useSearch } from '@tanstack/react-router';
import { AccountQuestion } from '../questions/account.js';
import { LoanQuestion } from '../questions/loan.js';
import { MovingQuestion } from '../questions/moving.js';
import { PaperQuestion } from '../questions/paper.js';
import { PersonQuestion } from '../questions/person.js';
import { PlanQuestion } from '../questions/plan.js';
import { QuantityQuestion } from '../questions/quantity.js';
import { RegisterQuestion } from '../questions/register.js';
import type { Asked } from '../questions/asked.js';
import { useSteps } from '../questions/use-steps.js';
import { WithWork } from '../questions/with-work.js';
import { NotFound } from '../../common/parts/not-found.js';

const QUESTIONS: Readonly<Record<string, ComponentType<Asked>>> = {
  register: RegisterQuestion,
  personId: PersonQuestion,
  movingMembers: MovingQuestion,
  loan: LoanQuestion,
  quantity: QuantityQuestion,
  plan: PlanQuestion,
  account: AccountQuestion,
};

/** One question of a draft. */
export function QuestionPage() {
  const { id, question } = useParams({ from: '/applications/$id/$question' });
  return <WithWork id={id}>{(work) => <Question key={question} work={work} name={question} />}</WithWork>;
}

function Question({ work, name }: Pick<Asked, 'work'> & { readonly name: string }) {
  const { from } = useSearch({ from: '/applications/$id/$question' });
  const question = work.questions.find((each) => each === name);
  const steps = useSteps(work, question ?? 'register', from === 'check');
  if (!question) return <NotFound />;
  const View = QUESTIONS[question] ?? PaperQuestion;
  return <View work={work} question={question} steps={steps} />;
}
