import type { Application } from '../domain/schemas/application.js';
import type { Outcome } from '../domain/schemas/outcome.js';
import { ProjectCase } from './project-case.js';
import { acceptance } from './stages/acceptance.js';
import { initialCheck } from './stages/initial-check.js';
import { wholeSubsidy } from './stages/instalments.js';
import { withInternalReview } from './stages/internal-review.js';
import { projectApproval } from './stages/project-approval.js';
import { promisedPapers } from './stages/promised-papers.js';
import { publicNotice } from './stages/public-notice.js';
import { townshipVerification } from './stages/township-verification.js';

/**
 * 三(二) 农户直报: a household's own application, in the order of the policy.
 * The performance review (六(四) 绩效评价) is commissioned by the record of a completed case: a workflow of its own.
 */
export async function directProject(application: Application): Promise<Outcome> {
  const file = new ProjectCase(application);

  const refusal =
    (await withInternalReview(file, initialCheck)) ??
    (await withInternalReview(file, townshipVerification)) ??
    (await promisedPapers(file)) ??
    (await withInternalReview(file, projectApproval)) ??
    (await publicNotice(file)) ??
    (application.paidAfterAcceptance ? await acceptance(file) : undefined) ??
    (await wholeSubsidy(file));

  return await file.close(refusal ?? { kind: 'completed', amountFen: file.amountFen });
}
