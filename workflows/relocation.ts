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
 * 三(五) 异地搬迁: a household, or a part of it, moves away from hazard or remoteness. One household, one homestead: the old
 * one is settled before the last money is paid. 稳得住: follow-up (follow-up.ts) is commissioned by the record of a
 * completed case.
 */
export async function relocation(application: Application): Promise<Outcome> {
  const file = new ProjectCase(application);

  const refusal =
    (await withInternalReview(file, initialCheck)) ?? // 六(四) 扶贫办初核
    (await withInternalReview(file, townshipVerification)) ?? // 六(四) 乡镇审查核实
    (await promisedPapers(file)) ?? // 六(四) 最多跑一次：容缺受理
    (await withInternalReview(file, projectApproval)) ?? // 六(四) 项目立项
    (await publicNotice(file)) ?? // 三(五) 完善公示制度
    landQuota(file) ?? // 三(五) 人均80平方米的住房建设用地指标
    (await relocationAgreement(file)) ?? // 三(五) 搬迁安置：协议
    (await firstInstalment(file)) ?? // 三(五) 及时直接拨付到户：首期
    (await movingIn(file)) ?? // 三(五) 搬得下：入住核实
    (await oldHomestead(file)) ?? // 一户一宅：旧宅处置
    (await finalInstalment(file)); // 三(五) 足额直接拨付到户

  return await file.close(claimedBack(file, refusal) ?? { kind: 'completed', amountFen: file.amountFen });
}
