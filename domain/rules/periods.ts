/** How often a household may be granted a programme; school terms begin in February and in August. */
export const PERIODS = ['year', 'once', 'month', 'term', 'each'] as const;
export type Period = (typeof PERIODS)[number];

/**
 * The period for which an application counts that is made on a date, `YYYY-MM-DD` in Asia/Shanghai: `2026`,
 * `2026-11`, `2026-autumn`, `once`; `each` where need may come again at any time.
 */
export function periodOf(period: Period, date: string): string {
  switch (period) {
    case 'year':
      return date.slice(0, 4);
    case 'once':
    case 'each':
      return period;
    case 'month':
      return date.slice(0, 7);
    case 'term':
      return termAt(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
  }
}

/** January belongs to the term that began in August. */
function termAt(year: number, month: number): string {
  if (month === 1) return `${year - 1}-autumn`;
  return month < 8 ? `${year}-spring` : `${year}-autumn`;
}
