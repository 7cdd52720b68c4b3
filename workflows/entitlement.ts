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
 * 三(三) 三(四) 代缴保费, 三(六) 补贴, 四(一) 助学, 四(四) 贴息: what is paid period after period is granted once, through the
 * checks of a case. No money is needed for it yet; each period is paid by a run of its own (entitlement-run.ts), so that
 * no case stays open.
 */
export async function entitlement(application: Application): Promise<Outcome> {
  const file = new ProjectCase(application);

  const refusal =
    (await withInternalReview(file, initialCheck)) ?? // 六(四) 扶贫办初核
    (await withInternalReview(file, townshipVerification)) ?? // 六(四) 乡镇审查核实
    (await promisedPapers(file)) ?? // 六(四) 最多跑一次：容缺受理
    (await withInternalReview(file, entitlementApproval)) ?? // 六(四) 立项：享受资格审批
    (await entitlementNotice(file)); // 六(四) 公告公示

  return await file.close(refusal ?? { kind: 'granted', amountFen: file.amountFen });
}
