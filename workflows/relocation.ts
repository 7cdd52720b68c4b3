import type { Application } from '../domain/schemas/application.js';
import type { Outcome } from '../domain/schemas/outcome.js';
import { ProjectCase } from './project-case.js';
import { initialCheck } from './stages/initial-check.js';
import { finalInstalment, firstInstalment, claimedBack } from './stages/instalments.js';
import { withInternalReview } from './stages/internal-review.js';
import { landQuota } from './stages/land-quota.js';
import { movingIn } from './stages/moving-in.js';
import { oldHomestead } from './stages/old-homestead.js';
import { projectApproval } from './stages/project-approval.js';
import { promisedPapers } from './stages/promised-papers.js';
import { publicNotice } from './stages/public-notice.js';
import { relocationAgreement } from './stages/relocation-agreement.js';
import { townshipVerification } from './stages/township-verification.js';

/**
 * 二(五) 异地搬迁: a household, or a part of it, moves away from hazard or remoteness. One household, one homestead: the old
 * one is settled before the last money is paid. Follow-up is commissioned by the record of a completed case: a workflow
 * of its own.
 */
export async function relocation(application: Application): Promise<Outcome> {
  const file = new ProjectCase(application);

  const refusal =
    (await withInternalReview(file, initialCheck)) ??
    (await withInternalReview(file, townshipVerification)) ??
    (await promisedPapers(file)) ??
    (await withInternalReview(file, projectApproval)) ??
    (await publicNotice(file)) ??
    landQuota(file) ??
    (await relocationAgreement(file)) ??
    (await firstInstalment(file)) ??
    (await movingIn(file)) ??
    (await oldHomestead(file)) ??
    (await finalInstalment(file));

  return await file.close(claimedBack(file, refusal) ?? { kind: 'completed', amountFen: file.amountFen });
}
