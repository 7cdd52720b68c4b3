import { DAYS_SCALE, daysUsed, type ExtensionReason, type Loan, type LoanChange } from '../rules/loans.js';
import { unitsText } from '../rules/english-units.js';
import { measuredText, percentText, quantityText } from '../rules/quantities.js';
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
  const days = daysText(loan, quantity);
  const { principalYuan } = loan;
  const en = `${principalYuan} yuan for ${unitsText(days, DAYS.en)} of a year`;
  return { zh: `本金${principalYuan}元，一年用款${days}天`, en };
}

/** 贷款本金、计息天数、年利率: all that the amount follows from, as a notice says it of one borrower. */
export function interestText(loan: Loan, { quantity, basisPoints }: Interest): Bilingual {
  const [days, rate] = [daysText(loan, quantity), percentText(basisPoints)];
  const { principalYuan } = loan;
  const en = `principal ${principalYuan} yuan, interest for ${unitsText(days, DAYS.en)}, at ${rate} a year`;
  return { zh: `贷款本金${principalYuan}元，计息${days}天，年利率${rate}`, en };
}

interface Interest {
  readonly quantity: number;
  readonly basisPoints: number;
}

export const DAYS = { zh: '天', en: 'days' } as const satisfies Bilingual;

/** The days of a quantity of interest: a tenth is said where there is one. */
export const daysText = (loan: Loan, quantity: number): string =>
  quantityText(daysUsed(loan, quantity), DAYS_SCALE).replace(/\.0$/, '');

/** The same as it is written: in days of a year on which the principal is used. */
export const measureOfDays = (measure: Measure, { principalYuan }: Pick<Loan, 'principalYuan'>): Measure => ({
  ...measure,
  name: { zh: `本金${principalYuan}元一年用款天数`, en: `Days of a year on which the ${principalYuan} yuan are used` },
  unit: DAYS,
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
