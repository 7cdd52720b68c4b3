import { choiceOfAct } from '../../domain/rules/payee-choice.js';
import type { Transition } from '../../domain/schemas/transition.js';
import { keepChoice } from '../../prisma/payee-choices.js';
import type { RecordedCase } from './recorded-case.js';

/** 收款单位: whom the case pays from now on, as an official has chosen or the household has agreed. */
export async function choosePayee(
  { tx, caseNo, strand }: RecordedCase,
  step: Extract<Transition, { kind: 'acted' }>,
): Promise<void> {
  for (const choice of choiceOfAct(strand, step)) await keepChoice(tx, caseNo, choice);
}
