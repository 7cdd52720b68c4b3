import type { Application } from '../domain/schemas/application.js';
import type { Outcome } from '../domain/schemas/outcome.js';
import { ProjectCase } from './project-case.js';
import { wholeSubsidy } from './stages/instalments.js';
import { periodFunding } from './stages/period-funding.js';
import { stillHolds } from './stages/still-holds.js';

/** One period of an entitlement: looked at anew, paid, done. The next one is begun when it is due. */
export async function entitlementRun(run: Application): Promise<Outcome> {
  const file = new ProjectCase(run);
  const end = (await stillHolds(file)) ?? (await periodFunding(file)) ?? (await wholeSubsidy(file));
  return await file.close(end ?? { kind: 'completed', amountFen: file.amountFen });
}
