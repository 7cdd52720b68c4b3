import type { Application } from '../domain/schemas/application.js';
import type { Outcome } from '../domain/schemas/outcome.js';
import { ProjectCase } from './project-case.js';
import { houseAppraisal } from './stages/house-appraisal.js';
import { housingApproval } from './stages/housing-approval.js';
import { initialCheck } from './stages/initial-check.js';
import { claimedBack, finalInstalment, worksInstalment } from './stages/instalments.js';
import { withInternalReview } from './stages/internal-review.js';
import { housed, otherHousing, rent } from './stages/other-housing.js';
import { promisedPapers } from './stages/promised-papers.js';
import { publicNotice } from './stages/public-notice.js';
import { townshipVerification } from './stages/township-verification.js';
import { worksAcceptance } from './stages/works-acceptance.js';
import { worksStart } from './stages/works-start.js';

/**
 * 三(五) 农村危旧房改造, 住房即时救助: the household applies, or an inspector has entered its house. 改造一户、销档一户: with the
 * end of the case its entry in the ledger of houses is closed.
 */
export async function renovation(application: Application): Promise<Outcome> {
  const file = new ProjectCase(application);

  const refusal =
    (await withInternalReview(file, initialCheck)) ?? // 六(四) 扶贫办初核
    (await withInternalReview(file, houseAppraisal)) ?? // 三(五) 台账、精准管理：危险等级鉴定
    (await withInternalReview(file, townshipVerification)) ?? // 六(四) 乡镇审查核实
    (await promisedPapers(file)) ?? // 六(四) 最多跑一次：容缺受理
    (await withInternalReview(file, housingApproval)) ?? // 六(四) 项目立项；三(五) 特别困难的，长期租赁、廉租房、公益房
    (await publicNotice(file, housingApproval)); // 三(五) 完善公示制度
  if (refusal) return await file.close(refusal);
  if (file.housedOtherwise) {
    const unhoused =
      (await otherHousing(file)) ?? // 三(五) 兜底解决基本住房安全
      (await rent(file)); // 三(五) 长期租赁：租金直接拨付，经农户同意付给出租人
    return await file.close(unhoused ?? housed(file));
  }

  const lapse =
    (await worksStart(file)) ?? // 三(五) 住房即时救助：限期开工
    (await worksInstalment(file)) ?? // 三(五) 及时直接拨付到户：首期
    (await worksAcceptance(file)) ?? // 三(五) 改造一户：竣工验收
    (await finalInstalment(file)); // 三(五) 足额直接拨付到户
  return await file.close(claimedBack(file, lapse) ?? { kind: 'completed', amountFen: file.amountFen });
}
