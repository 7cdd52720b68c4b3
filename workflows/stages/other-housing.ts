import type { Outcome, Refusal } from '../../domain/schemas/outcome.js';
import type { ProjectCase } from '../project-case.js';
import { wholeSubsidy } from './instalments.js';
import { refusalBy } from './refusal.js';

/** 长期租赁、廉租房、公益房: the housing office has found a home for the household, and has seen it move in. */
export async function otherHousing(file: ProjectCase): Promise<Refusal | undefined> {
  const act = await file.actAt('otherHousing');
  return act.verdict === 'housed' ? undefined : refusalBy(act);
}

/** 长期租赁补助: the rent, once the household has moved in; to the lessor where it agrees. Public housing costs nothing. */
export async function rent(file: ProjectCase): Promise<Refusal | undefined> {
  return file.amountFen === 0 ? undefined : await wholeSubsidy(file);
}

export const housed = ({ amountFen }: ProjectCase): Outcome => ({
  kind: 'housedOtherwise',
  ...(amountFen > 0 && { amountFen }),
});
