import { type Period, periodOf } from './periods.js';

/** How often an entitlement can be paid. */
export type Frequency = Extract<Period, 'year' | 'month' | 'term'>;

const FIRST_MONTH_OF_SPRING = 2;
const FIRST_MONTH_OF_AUTUMN = 8;
const date = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}-01`;

/** The day on which a period begins, `YYYY-MM-DD` in Asia/Shanghai. */
export function startOf(period: string): string {
  const [year, rest] = period.split('-') as [string, string?];
  if (rest === 'spring') return date(Number(year), FIRST_MONTH_OF_SPRING);
  if (rest === 'autumn') return date(Number(year), FIRST_MONTH_OF_AUTUMN);
  return `${year}-${rest ?? '01'}-01`;
}

/** The period after one: `2026-11` is followed by `2026-12`, `2026-autumn` by `2027-spring`, `2026` by `2027`. */
export function periodAfter(frequency: Frequency, period: string): string {
  const [year, month] = startOf(period).split('-').map(Number) as [number, number];
  const months = { year: 12, term: 6, month: 1 }[frequency];
  const passed = year * 12 + (month - 1) + months;
  return periodOf(frequency, date(Math.floor(passed / 12), (passed % 12) + 1));
}

/** Where a programme pays by another measure of time, or none, an entitlement to it is paid by the year. */
export const frequencyOf = (period: Period): Frequency => (period === 'month' || period === 'term' ? period : 'year');
