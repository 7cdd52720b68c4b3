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
import { jointNotice } from './stages/public-notice.js';
import { townshipVerification } from './stages/township-verification.js';

/** 二(一) 捆绑申报、六(四) 逐级申报: a household of a bundle, from its initial check on a case of its own. */
export async function bundledProject(application: Application): Promise<Outcome> {
  const file = new ProjectCase(application);

  const refusal =
    (await withInternalReview(file, decidedTogether, initialCheck)) ?? // 六(四) 逐级审核、扶贫办初核：整批一次
    (await withInternalReview(file, townshipVerification)) ?? // 六(四) 乡镇审查核实：各户各办
    (await promisedPapers(file)) ?? // 六(四) 最多跑一次：容缺受理
    (await withInternalReview(file, projectApproval)) ?? // 六(四) 项目立项
    (await jointNotice(file)) ?? // 六(四) 公告公示：集中公示
    (application.paidAfterAcceptance ? await acceptance(file) : undefined) ?? // 二(一) 补助标准：先建后补的，验收
    (await wholeSubsidy(file)); // 三(五) 及时足额直接拨付到户

  return await file.close(refusal ?? { kind: 'completed', amountFen: file.amountFen });
}
