import { DAYS_SCALE, daysUsed, type ExtensionReason, type Loan, type LoanChange } from '../rules/loans.js';
import { measuredText, quantityText } from '../rules/quantities.js';
import type { Bilingual } from '../schemas/common.js';
import type { Measure } from '../schemas/programme.js';

export const EXTENSION_REASON_NAMES = {
  naturalDisaster: { zh: '自然灾害', en: 'Natural disaster' },
  epidemic: { zh: '疫情', en: 'Epidemic' },
  illness: { zh: '家庭成员重大疾病', en: 'Grave illness in the household' },
  accident: { zh: '意外事故', en: 'Accident' },
  marketCollapse: { zh: '市场重大变化', en: 'Collapse of the market' },
} as const satisfies Record<ExtensionReason, Bilingual>;

export const LOAN_CHANGE_NAMES = {
  renewed: { zh: '无还本续贷', en: 'Renewed without repayment' },
  extended: { zh: '展期', en: 'Extended' },
  repaid: { zh: '提前还款', en: 'Repaid early' },
} as const satisfies Record<LoanChange, Bilingual>;

/** A quantity of a case in words: of interest, for how many days of a year on how much, rather than the product. */
export function askedText(measure: Measure, loan: Loan | undefined, quantity: number): Bilingual {
  if (!loan) return measuredText(measure, quantity);
  const days = quantityText(daysUsed(loan, quantity), DAYS_SCALE).replace(/\.0$/, '');
  const { principalYuan } = loan;
  return { zh: `本金${principalYuan}元，一年用款${days}天`, en: `${principalYuan} yuan for ${days} days of a year` };
}

/** The same as it is written: in days of a year on which the principal is used. */
export const measureOfDays = (measure: Measure, { principalYuan }: Pick<Loan, 'principalYuan'>): Measure => ({
  ...measure,
  name: { zh: `本金${principalYuan}元一年用款天数`, en: `Days of a year on which the ${principalYuan} yuan are used` },
  unit: { zh: '天', en: 'days' },
  scale: DAYS_SCALE,
});

/** Who may sign second is written to when something waits for it. */
export const LOAN_LETTER = {
  subject: '贷款变更待签字',
  text: '有一项贷款变更（续贷、展期或提前还款，影响贴息）已由一人提出，须第二人签字后生效。请登录待办核对后签字，或表示不同意。',
} as const;

/** What the household is told of it. */
export const loanMessage = (entitlementNo: string, change: LoanChange, until: string): string =>
  `您家的贷款贴息（${entitlementNo}）已登记${LOAN_CHANGE_NAMES[change].zh}，贴息计至${until}（到期日当天不计）。如有不符请登录查看或联系县扶贫办，监督举报电话：12317。`;
