/**
 * Terms in days, by the calendar of mainland China.
 *
 * A term does not count the day it begins on and ends with its last day, at 24:00 (Civil Code,
 * articles 201 and 203). All dates are Asia/Shanghai, which has been UTC+8 without summer time
 * since 1991; the offset is fixed here, so that a workflow needs no time-zone data to replay.
 */

/** A calendar day of ordinary length. */
export const DAY_MS = 86_400_000;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const ISO_DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;

/**
 * The days that differ from the plain week, as `YYYY-MM-DD`: the State Council's holidays and make-up
 * working days, and the county's own. A date in both is a mistake in the data and counts as a
 * holiday, since a deadline may rather be late than early.
 */
export interface Calendar {
  readonly holidays: ReadonlySet<string>;
  readonly workdays: ReadonlySet<string>;
}

/** How long a day lasts: 86 400 seconds, or fewer in a county marked as rehearsal. */
export interface DayLength {
  readonly daySeconds: number;
}

export const CALENDAR_DAY: DayLength = { daySeconds: 86_400 };

/** The date in Shanghai at a moment, `YYYY-MM-DD`. */
export function shanghaiDate(epochMs: number): string {
  return new Date(epochMs + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/**
 * The moment at which a date begins in Shanghai.
 *
 * @throws RangeError if the text is not a date `YYYY-MM-DD`.
 */
export function startOfShanghaiDay(date: string): number {
  const midnightUtc = Date.parse(`${date}T00:00:00Z`);
  if (!ISO_DATE.test(date) || Number.isNaN(midnightUtc)) throw new RangeError('a date is written YYYY-MM-DD');
  return midnightUtc - SHANGHAI_OFFSET_MS;
}

/** Whether a date, `YYYY-MM-DD`, is a working day. */
export function isWorkingDay(date: string, calendar: Calendar): boolean {
  if (calendar.holidays.has(date)) return false;
  if (calendar.workdays.has(date)) return true;
  const weekday = new Date(startOfShanghaiDay(date) + SHANGHAI_OFFSET_MS).getUTCDay();
  return weekday >= 1 && weekday <= 5;
}

/**
 * The end (24:00 in Shanghai) of the n-th working day after the day of `fromEpochMs`. With no days,
 * the end of that day itself. Where days are shortened every day is a working day: the result is n
 * such days after the moment.
 *
 * @throws RangeError if `workingDays` is not a whole number of at least 0.
 */
export function addWorkingDays(
  fromEpochMs: number,
  workingDays: number,
  calendar: Calendar,
  dayLength: DayLength = CALENDAR_DAY,
): number {
  requireDays(workingDays);
  if (isShortened(dayLength)) return fromEpochMs + workingDays * dayLength.daySeconds * 1000;
  let endsAt = endOfDay(fromEpochMs);
  for (let left = workingDays; left > 0; endsAt += DAY_MS) {
    if (isWorkingDay(shanghaiDate(endsAt), calendar)) left -= 1;
  }
  return endsAt;
}

/**
 * The end (24:00 in Shanghai) of the n-th day after the day of `fromEpochMs`.
 *
 * @throws RangeError if `calendarDays` is not a whole number of at least 0.
 */
export function addCalendarDays(
  fromEpochMs: number,
  calendarDays: number,
  dayLength: DayLength = CALENDAR_DAY,
): number {
  requireDays(calendarDays);
  if (isShortened(dayLength)) return fromEpochMs + calendarDays * dayLength.daySeconds * 1000;
  return endOfDay(fromEpochMs) + calendarDays * DAY_MS;
}

/**
 * The end (24:00 in Shanghai) of the day with the same number so many months later, or of that month's last day where
 * it has no such day (Civil Code, article 202). Where days are shortened a month is 30 of them.
 *
 * @throws RangeError if `months` is not a whole number of at least 0.
 */
export function addMonths(fromEpochMs: number, months: number, dayLength: DayLength = CALENDAR_DAY): number {
  requireDays(months);
  if (isShortened(dayLength)) return addCalendarDays(fromEpochMs, months * 30, dayLength);
  const [year, month, day] = shanghaiDate(fromEpochMs).split('-').map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const date = new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)));
  return endOfDay(date.getTime() - SHANGHAI_OFFSET_MS);
}

/** The first moment after the day in Shanghai that holds `epochMs`. */
function endOfDay(epochMs: number): number {
  return startOfShanghaiDay(shanghaiDate(epochMs)) + DAY_MS;
}

function isShortened(dayLength: DayLength): boolean {
  return dayLength.daySeconds !== CALENDAR_DAY.daySeconds;
}

function requireDays(days: number): void {
  if (!Number.isInteger(days) || days < 0) throw new RangeError('a number of days is whole and not negative');
}
