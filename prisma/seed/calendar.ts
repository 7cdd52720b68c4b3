import chineseDays from 'chinese-days';
import { DAY_MS } from '../../domain/rules/working-days.js';

/** A day that differs from the plain week. */
export interface CalendarRow {
  /** `YYYY-MM-DD`, Asia/Shanghai */
  date: string;
  kind: 'holiday' | 'workday';
  /** the holiday it belongs to, in Chinese: 春节 */
  name: string;
}

/**
 * The State Council's holidays and make-up working days, as the library `chinese-days` holds them: what the
 * calendar table begins with. From then on the table counts, and a person edits it; a year is complete
 * only once its notice has been published, in the autumn before.
 *
 * @param fromYear first year, inclusive
 * @param toYear last year, inclusive
 */
export function calendarRows(fromYear: number, toYear: number): CalendarRow[] {
  const rows: CalendarRow[] = [];
  for (let day = Date.UTC(fromYear, 0, 1); day < Date.UTC(toYear + 1, 0, 1); day += DAY_MS) {
    const date = new Date(day).toISOString().slice(0, 10);
    const detail = chineseDays.getDayDetail(date);
    // The library names a listed day 'Spring Festival,春节,4' and any other day 'Saturday'.
    const name = detail.name.split(',')[1];
    if (name !== undefined) rows.push({ date, kind: detail.work ? 'workday' : 'holiday', name });
  }
  return rows;
}
