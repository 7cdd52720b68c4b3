import type { Application } from '../domain/schemas/application.js';
import type { Outcome } from '../domain/schemas/outcome.js';
import { ProjectCase } from './project-case.js';
import { wholeSubsidy } from './stages/instalments.js';
import { periodFunding } from './stages/period-funding.js';

/** 二(四) 村集体份额: what the village collective has of a signed dividend: set aside, ordered, paid. */
export async function collectiveShare(share: Application): Promise<Outcome> {
  const file = new ProjectCase(share);
  const refusal = (await periodFunding(file)) ?? (await wholeSubsidy(file));
  return await file.close(refusal ?? { kind: 'completed', amountFen: file.amountFen });
}
