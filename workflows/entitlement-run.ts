import type { Application } from '../domain/schemas/application.js';
import type { Outcome } from '../domain/schemas/outcome.js';
import { ProjectCase } from './project-case.js';
import { wholeSubsidy } from './stages/instalments.js';
import { periodFunding } from './stages/period-funding.js';
import { stillHolds } from './stages/still-holds.js';

/** 三(三) 三(四) 三(六) 四(一) 四(四): one period of an entitlement, paid and done. The next one is begun when it is due. */
export async function entitlementRun(run: Application): Promise<Outcome> {
  const file = new ProjectCase(run);

  const end =
    (await stillHolds(file)) ?? // 六(四) 动态管理、一年一核
    (await periodFunding(file)) ?? // 六(二) 强化投入保障
    (await wholeSubsidy(file)); // 三(五) 及时足额直接拨付到户

  return await file.close(end ?? { kind: 'completed', amountFen: file.amountFen });
}
