import type { Application } from '../domain/schemas/application.js';
import type { Outcome } from '../domain/schemas/outcome.js';
import { ProjectCase } from './project-case.js';
import { announcement } from './stages/announcement.js';
import { wholeSubsidy } from './stages/instalments.js';
import { withInternalReview } from './stages/internal-review.js';
import { promisedPapers } from './stages/promised-papers.js';
import { reliefConfirmation } from './stages/relief-confirmation.js';
import { reliefDecision } from './stages/relief-decision.js';
import { reliefVerification } from './stages/relief-verification.js';

/**
 * 三(八) 灾害救助、临时救助: need does not wait. Looked at on the spot, decided by one officer, paid within days; made
 * known, confirmed by a second officer and reviewed (六(四) 绩效评价, a workflow of its own) after.
 */
export async function relief(application: Application): Promise<Outcome> {
  const file = new ProjectCase(application);

  const end =
    (await withInternalReview(file, reliefVerification)) ??
    (await promisedPapers(file)) ??
    (await withInternalReview(file, reliefDecision)) ??
    (await wholeSubsidy(file)) ??
    announcement(file) ??
    (await reliefConfirmation(file));

  return await file.close(end ?? { kind: 'completed', amountFen: file.amountFen });
}
