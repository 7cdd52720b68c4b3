import { isPersonal } from '../../../../domain/rules/personal.js';
import type { ProgrammeGuide } from '../../../../domain/schemas/programme-view.js';
import { inOwnWords } from '../../../../domain/texts/plan.js';

/** One question a page: `papers.<kind>` asks for a paper of this kind. */
export type Question =
  ('register' | 'movingMembers' | 'loan' | 'personId' | 'quantity' | 'plan' | 'account') | `papers.${string}`;

/** In the order in which they are asked. A helper shows the household's consent before he sees what it has. */
export const questionsOf = (
  {
    papers,
    payTo,
    personal,
    workflow,
    loan,
    applicant,
  }: Pick<ProgrammeGuide, 'papers' | 'payTo' | 'personal' | 'workflow' | 'loan' | 'applicant'>,
  isHelper: boolean,
): Question[] => [
  ...(isHelper && applicant !== 'collective' ? (['papers.consent'] as const) : []),
  'register',
  ...(isPersonal({ payTo, personal }) ? (['personId'] as const) : []),
  // Of a relocation, those who move are counted; of interest, what was borrowed.
  loan ? 'loan' : workflow === 'relocation' ? 'movingMembers' : 'quantity',
  ...(inOwnWords({ workflow, loan }) ? (['plan'] as const) : []),
  ...papers.map(({ kind }): Question => `papers.${kind}`),
  // A collective's stands in the register of payees.
  ...(applicant === 'collective' ? [] : (['account'] as const)),
];

/** Which question asks for a field that the rules miss. */
export const questionFor = (field: string): Question =>
  field === 'registerConfirmed' ? 'register' : field.startsWith('loan') ? 'loan' : (field as Question);

export const kindIn = (question: Question): string | undefined =>
  question.startsWith('papers.') ? question.slice('papers.'.length) : undefined;
