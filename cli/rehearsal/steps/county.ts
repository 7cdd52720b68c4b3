import { shanghaiDate } from '../../../domain/rules/working-days.js';
import type { FINDINGS } from '../../../domain/schemas/outcome.js';
import { CAST } from '../cast.js';
import type { Step } from '../case-walk.js';
import { saysYes } from './household.js';
import { decides } from './offices.js';

const TODAY = shanghaiDate(Date.now());
const words = '演练：理由见材料。';
const DEFECTS = ['结算单日期看不清，请重新拍照', '数量与结算单不一致，请核对'];

/** 初核 */
export const passesCheck = decides('initialCheck', { by: CAST.checker }, { verdict: 'pass' });
export const returnsAtCheck = decides(
  'initialCheck',
  { by: CAST.checker },
  { verdict: 'return', reasonCode: 'PAPERS_INCOMPLETE', words, defects: DEFECTS },
);
export const refusesAtCheck = decides(
  'initialCheck',
  { by: CAST.checker },
  { verdict: 'refuse', reasonCode: 'NOT_ELIGIBLE', words },
);
export const anotherPassesCheck = decides('initialCheck', { by: CAST.otherChecker }, { verdict: 'pass' });

/** 乡镇审查核实 */
const ON_SITE = { by: CAST.verifiers, photo: 'sitePhoto' };
const VISIT = { visitedOn: TODAY, site: '村口东侧院内' };
export const verifies = decides('townshipVerification', ON_SITE, { verdict: 'pass', ...VISIT });
export const amendsOnSite = (quantity: number): Step =>
  decides('townshipVerification', ON_SITE, { verdict: 'amend', quantity, words, ...VISIT });
export const returnsOnSite = decides('townshipVerification', ON_SITE, {
  verdict: 'return',
  reasonCode: 'DETAILS_INCORRECT',
  words,
  defects: DEFECTS,
  ...VISIT,
});
export const refusesOnSite = decides('townshipVerification', ON_SITE, {
  verdict: 'refuse',
  reasonCode: 'NOT_FOUND_ON_SITE',
  words,
  ...VISIT,
});

/** 立项 */
export const approves = decides('projectApproval', { by: CAST.approver }, { verdict: 'pass' });
export const returnsAtApproval = decides(
  'projectApproval',
  { by: CAST.approver },
  { verdict: 'return', reasonCode: 'DETAILS_INCORRECT', words, defects: DEFECTS },
);
export const refusesAtApproval = decides(
  'projectApproval',
  { by: CAST.approver },
  { verdict: 'refuse', reasonCode: 'PAID_ELSEWHERE', words },
);

/** 内部复核 */
export const upholds = decides(
  'internalReview',
  { by: CAST.oversight },
  { verdict: 'uphold', reasonCode: 'DECISION_CORRECT', words },
);
export const overturns = decides(
  'internalReview',
  { by: CAST.oversight },
  { verdict: 'overturn', reasonCode: 'FACTS_WRONG', words },
);

/** 验收 */
const INSPECTION = { by: CAST.inspectors, photo: 'inspectionReport' };
export const accepts = (quantity: number): Step =>
  decides('acceptanceInspection', INSPECTION, { verdict: 'pass', quantity, ...VISIT });
export const asksToRectify = decides('acceptanceInspection', INSPECTION, {
  verdict: 'rectify',
  reasonCode: 'NOT_ACCEPTED',
  words,
  ...VISIT,
});
export const doesNotAccept = decides('acceptanceInspection', INSPECTION, {
  verdict: 'refuse',
  reasonCode: 'NOT_ACCEPTED',
  words,
  ...VISIT,
});

/** 拨付 */
export const preparesPayment = decides('paymentPreparation', { by: CAST.maker }, { verdict: 'prepare' });
export const reviewsPayment = decides('paymentReview', { by: CAST.finance }, { verdict: 'pass' });
export const returnsPayment = decides(
  'paymentReview',
  { by: CAST.finance },
  { verdict: 'return', reasonCode: 'PAYMENT_DETAILS_WRONG', words },
);

/** 动态管理 */
export const goesOnAfterChange = decides('householdChange', { by: CAST.checker }, { verdict: 'continue' });
export const closesForChange = decides(
  'householdChange',
  { by: CAST.checker },
  { verdict: 'close', reasonCode: 'HOUSEHOLD_CHANGED', words },
);

/** 代办 */
export const confirmsConsent = decides('consentConfirmation', { by: CAST.clerk }, { verdict: 'confirm' });

/** 绩效评价 */
const REVIEW = { by: CAST.reviewer, photo: 'usePhoto' };
const SCORES = { usedAsIntended: 92, partlyUsed: 61, notUsed: 15 };
export const scores =
  (finding: (typeof FINDINGS)[number]): Step =>
  async (walk) => {
    await walk.awaits('performanceReview');
    const said = { score: SCORES[finding], visitedOn: TODAY, words, ...saysYes(walk) };
    await decides('performanceReview', REVIEW, { verdict: 'scored', finding, ...said })(walk);
  };
