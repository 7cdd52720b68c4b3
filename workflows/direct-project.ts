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
 * 六(四) 农户直报: a household's own application, in the order of the policy.
 * The performance review (六(四) 绩效评价) is commissioned by the record of a completed case: a workflow of its own.
 */
export async function directProject(application: Application): Promise<Outcome> {
  const file = new ProjectCase(application);

  const refusal =
    (await withInternalReview(file, initialCheck)) ?? // 六(四) 扶贫办初核
    (await withInternalReview(file, townshipVerification)) ?? // 六(四) 乡镇审查核实
    (await promisedPapers(file)) ?? // 六(四) 最多跑一次：容缺受理
    (await withInternalReview(file, projectApproval)) ?? // 六(四) 项目立项
    (await publicNotice(file)) ?? // 六(四) 公告公示
    (application.paidAfterAcceptance ? await acceptance(file) : undefined) ?? // 二(一) 补助标准：先建后补的，验收
    (await wholeSubsidy(file)); // 三(五) 及时足额直接拨付到户

  return await file.close(refusal ?? { kind: 'completed', amountFen: file.amountFen });
}
