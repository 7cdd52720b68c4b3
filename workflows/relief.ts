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
    (await withInternalReview(file, reliefVerification)) ?? // 三(八) 基本生活受到严重影响：现场核实
    (await promisedPapers(file)) ?? // 六(四) 最多跑一次：容缺受理
    (await withInternalReview(file, reliefDecision)) ?? // 三(八) 非定期、非定量：说明理由的决定
    (await wholeSubsidy(file)) ?? // 三(八) 及时提供生活救助
    announcement(file) ?? // 六(四) 公告
    (await reliefConfirmation(file)); // 六(四) 内部监督：事后确认

  return await file.close(end ?? { kind: 'completed', amountFen: file.amountFen });
}
