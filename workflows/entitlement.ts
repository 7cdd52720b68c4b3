import type { Application } from '../domain/schemas/application.js';
import type { Outcome } from '../domain/schemas/outcome.js';
import { ProjectCase } from './project-case.js';
import { entitlementApproval } from './stages/entitlement-approval.js';
import { initialCheck } from './stages/initial-check.js';
import { withInternalReview } from './stages/internal-review.js';
import { promisedPapers } from './stages/promised-papers.js';
import { entitlementNotice } from './stages/public-notice.js';
import { townshipVerification } from './stages/township-verification.js';

/**
 * 代缴保费、补贴、助学、贴息、分红: what is paid period after period is granted once, through the checks of a case. No money is
 * needed for it yet; each period is paid by a run of its own (entitlement-run.ts), so that no case stays open.
 */
export async function entitlement(application: Application): Promise<Outcome> {
  const file = new ProjectCase(application);

  const refusal =
    (await withInternalReview(file, initialCheck)) ??
    (await withInternalReview(file, townshipVerification)) ??
    (await promisedPapers(file)) ??
    (await withInternalReview(file, entitlementApproval)) ??
    (await entitlementNotice(file));

  return await file.close(refusal ?? { kind: 'granted', amountFen: file.amountFen });
}
