import type { Application } from '../domain/schemas/application.js';
import type { Outcome } from '../domain/schemas/outcome.js';
import { ProjectCase } from './project-case.js';
import { acceptance } from './stages/acceptance.js';
import { decidedTogether } from './stages/decided-together.js';
import { initialCheck } from './stages/initial-check.js';
import { wholeSubsidy } from './stages/instalments.js';
import { withInternalReview } from './stages/internal-review.js';
import { projectApproval } from './stages/project-approval.js';
import { promisedPapers } from './stages/promised-papers.js';
import { publicNotice } from './stages/public-notice.js';
import { townshipVerification } from './stages/township-verification.js';

/** 三(二) 捆绑申报、逐级申报: a household of a bundle, from its initial check on a case of its own. */
export async function bundledProject(application: Application): Promise<Outcome> {
  const file = new ProjectCase(application);

  const refusal =
    (await withInternalReview(file, decidedTogether, initialCheck)) ??
    (await withInternalReview(file, townshipVerification)) ??
    (await promisedPapers(file)) ??
    (await withInternalReview(file, projectApproval)) ??
    (await publicNotice(file)) ??
    (application.paidAfterAcceptance ? await acceptance(file) : undefined) ??
    (await wholeSubsidy(file));

  return await file.close(refusal ?? { kind: 'completed', amountFen: file.amountFen });
}
