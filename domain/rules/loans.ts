import type { FieldError } from '../schemas/problem.js';
import type { Standard } from './amounts.js';

/** A loan whose interest is paid for the borrower. Days are `YYYY-MM-DD` in Asia/Shanghai. */
export interface Loan {
  readonly principalYuan: number;
  /** The day on which it was paid out, which counts, and the day on which it falls due, which does not (算头不算尾). */
  readonly from: string;
  readonly until: string;
  /** Its own rate a year. */
  readonly basisPoints: number;
}

/** What of loans a programme takes. */
export interface LoanRule {
  readonly leastYuan: number;
  readonly mostYuan: number;
  /** From the day on which it was paid out; a renewal or an extension may go beyond. */
  readonly mostMonths?: number | undefined;
}

/** 展期限非主观原因: why a loan may be extended, all of them beyond the borrower. */
export const EXTENSION_REASONS = ['naturalDisaster', 'epidemic', 'illness', 'accident', 'marketCollapse'] as const;
export type ExtensionReason = (typeof EXTENSION_REASONS)[number];

/** 无还本续贷, 展期, 提前还款: what may become of a loan while its interest is paid. */
export const LOAN_CHANGES = ['renewed', 'extended', 'repaid'] as const;
export type LoanChange = (typeof LOAN_CHANGES)[number];

/** What two officials have signed of a loan: a run of its interest begins with all that was signed before. */
export interface SignedLoanChange {
  readonly id: string;
  readonly kind: LoanChange;
  readonly until: string;
  readonly basisPoints?: number;
  readonly reason?: ExtensionReason;
  /** The paper that it rests on. */
  readonly paperId?: string;
  /** Reference of what was written about it. */
  readonly wordsId?: string;
  readonly byId: string;
  /** Not of changes from before two had to sign. */
  readonly signedById?: string;
  /** In whose place. */
  readonly signedForId?: string;
  /** When it came into force, epoch ms. */
  readonly at: number;
}

const DAY_MS = 86_400_000;
const LONGEST_YEAR = 366;
const newYear = (year: number): string => `${year}-01-01`;
const daysBetween = (from: string, until: string): number =>
  Math.max(0, Math.round((Date.parse(until) - Date.parse(from)) / DAY_MS));
const later = (one: string, other: string): string => (one > other ? one : other);
const earlier = (one: string, other: string): string => (one < other ? one : other);

/** 计息积数 of a calendar year: the principal, in yuan, times the days on which it was used in that year. */
export function yuanDaysIn({ principalYuan, from, until }: Loan, year: number): number {
  return principalYuan * daysBetween(later(from, newYear(year)), earlier(until, newYear(year + 1)));
}

/** The same at most in any calendar year. */
export const mostYuanDays = ({ principalYuan, from, until }: Loan): number =>
  principalYuan * Math.min(LONGEST_YEAR, daysBetween(from, until));

/** How the days are written on which a loan is used in a year: to a tenth, where it is not used whole. */
export const DAYS_SCALE = 1;
const TENTHS = 10;

/** A quantity of interest as tenths of days on which the whole principal is used. */
export const daysUsed = ({ principalYuan }: Pick<Loan, 'principalYuan'>, yuanDays: number): number =>
  Math.round((yuanDays * TENTHS) / principalYuan);

/** The quantity that so many tenths of days are, rounded down. */
export const yuanDaysOf = ({ principalYuan }: Pick<Loan, 'principalYuan'>, tenths: number): number =>
  Math.floor((tenths * principalYuan) / TENTHS);

/** The loan as it goes on after a change. */
export const changedLoan = (
  loan: Loan,
  { until, basisPoints }: Pick<SignedLoanChange, 'until' | 'basisPoints'>,
): Loan => ({
  ...loan,
  ...(basisPoints !== undefined && { basisPoints }),
  until,
});

/** 计息积数 that is granted a year after a change: what was verified as less than the contract says stays so. */
export const changedQuantity = (quantity: number, before: Loan, after: Loan): number =>
  quantity === mostYuanDays(before) ? mostYuanDays(after) : quantity;

/** The day from which on the interest of a year can be paid: when the year is over, or the loan fell due. */
export const payableFrom = ({ until }: Loan, year: number): string => earlier(until, newYear(year + 1));

/** Whether nothing is left of it in a year and in those after it. */
export const hasFallenDue = ({ until }: Loan, year: number): boolean => until <= newYear(year);

/** No more is paid than the loan costs. */
export const atMostItsRate = (standard: Standard, loan: Loan | undefined): Standard =>
  standard.kind === 'interest' && loan
    ? { ...standard, basisPoints: Math.min(standard.basisPoints, loan.basisPoints) }
    : standard;

/** What is wrong with a loan, by the programme's rule: field by field. */
export function loanMissing(loan: Loan | undefined, { leastYuan, mostYuan, mostMonths }: LoanRule): FieldError[] {
  if (!loan)
    return [{ field: 'loan', zh: '请填写贷款本金、起止日期和年利率', en: 'Give the loan: principal, days, rate' }];
  const { principalYuan, from, until } = loan;
  const wrong: FieldError[] = [];
  if (principalYuan < leastYuan || principalYuan > mostYuan)
    wrong.push({
      field: 'loan.principalYuan',
      zh: `贷款本金应在${leastYuan}元至${mostYuan}元之间`,
      en: `The principal must be between ${leastYuan} and ${mostYuan} yuan`,
    });
  if (until <= from)
    wrong.push({
      field: 'loan.until',
      zh: '到期日应晚于放款日',
      en: 'The loan falls due after the day on which it was paid out',
    });
  else if (mostMonths !== undefined && until > monthsAfter(from, mostMonths))
    wrong.push({
      field: 'loan.until',
      zh: `贷款期限不超过${mostMonths}个月`,
      en: `The loan runs for ${mostMonths} months at most`,
    });
  return wrong;
}

/** The same day so many months later; where there is none, the first of the month after it. */
function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1 + months, date)).toISOString().slice(0, 10);
}
