import type { Application } from '../domain/schemas/application.js';
import type { Outcome } from '../domain/schemas/outcome.js';
import { ProjectCase } from './project-case.js';
import { houseAppraisal } from './stages/house-appraisal.js';
import { housingApproval } from './stages/housing-approval.js';
import { initialCheck } from './stages/initial-check.js';
import { claimedBack, finalInstalment, worksInstalment } from './stages/instalments.js';
import { withInternalReview } from './stages/internal-review.js';
import { otherHousing } from './stages/other-housing.js';
import { promisedPapers } from './stages/promised-papers.js';
import { publicNotice } from './stages/public-notice.js';
import { townshipVerification } from './stages/township-verification.js';
import { worksAcceptance } from './stages/works-acceptance.js';
import { worksStart } from './stages/works-start.js';

/**
 * 二(五) 农村危旧房改造, 住房即时救助: the household applies, or an inspector has entered its house. 改造一户、销档一户: with the
 * end of the case its entry in the ledger of houses is closed.
 */
export async function renovation(application: Application): Promise<Outcome> {
  const file = new ProjectCase(application);

  const refusal =
    (await withInternalReview(file, initialCheck)) ??
    (await withInternalReview(file, houseAppraisal)) ??
    (await withInternalReview(file, townshipVerification)) ??
    (await promisedPapers(file)) ??
    (await withInternalReview(file, housingApproval)) ??
    (await publicNotice(file, housingApproval));
  if (refusal) return await file.close(refusal);
  if (file.housedOtherwise) return await file.close(await otherHousing(file));

  const lapse =
    (await worksStart(file)) ??
    (await worksInstalment(file)) ??
    (await worksAcceptance(file)) ??
    (await finalInstalment(file));
  return await file.close(claimedBack(file, lapse) ?? { kind: 'completed', amountFen: file.amountFen });
}
