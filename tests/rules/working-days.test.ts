import { describe, expect, test } from '@jest/globals';
import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { termEnd } from '../../domain/rules/terms.js';
import {
  addCalendarDays,
  addMonths,
  addWorkingDays,
  CALENDAR_DAY,
  type Calendar,
  isWorkingDay,
  shanghaiDate,
  startOfShanghaiDay,
} from '../../domain/rules/working-days.js';
import { calendarRows } from '../../prisma/seed/calendar.js';

const DAY_MS = 86_400_000;
const rows = calendarRows(2018, 2026);
const calendar: Calendar = {
  holidays: new Set(rows.filter((row) => row.kind === 'holiday').map((row) => row.date)),
  workdays: new Set(rows.filter((row) => row.kind === 'workday').map((row) => row.date)),
};
const moment = fc.integer({ min: startOfShanghaiDay('2018-01-01'), max: startOfShanghaiDay('2026-07-01') });
const atShanghai = (text: string): number => Date.parse(`${text}+08:00`);

describe('working days', () => {
  test('every day from 2018 to 2026 is judged as the holiday library judges it', () => {
    const different: string[] = [];
    for (let day = Date.UTC(2018, 0, 1); day < Date.UTC(2027, 0, 1); day += DAY_MS) {
      const date = new Date(day).toISOString().slice(0, 10);
      if (isWorkingDay(date, calendar) !== chineseDays.isWorkday(date)) different.push(date);
    }
    expect(different).toEqual([]);
  });

  test('a term ends where the holiday library ends it', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 60 }), (from, workingDays) => {
        const endsAt = addWorkingDays(from, workingDays, calendar);
        expect(shanghaiDate(endsAt - 1)).toBe(chineseDays.findWorkday(workingDays, dayAfter(from, 0)));
        expect(endsAt).toBe(startOfShanghaiDay(shanghaiDate(endsAt)));
      }),
    );
  });

  test('five working days over the National Day holidays of 2025 count the make-up Saturday of 11 October', () => {
    expect(addWorkingDays(atShanghai('2025-09-28T23:59:59'), 5, calendar)).toBe(atShanghai('2025-10-12T00:00:00'));
    expect(addWorkingDays(atShanghai('2025-09-29T00:00:00'), 5, calendar)).toBe(atShanghai('2025-10-14T00:00:00'));
  });

  test('the day of receipt is not counted, at whatever hour', () => {
    const morning = atShanghai('2026-03-02T00:00:00');
    const night = atShanghai('2026-03-02T23:59:59.999');
    expect(addWorkingDays(morning, 1, calendar)).toBe(atShanghai('2026-03-04T00:00:00'));
    expect(addWorkingDays(night, 1, calendar)).toBe(addWorkingDays(morning, 1, calendar));
    expect(addCalendarDays(night, 1)).toBe(addCalendarDays(morning, 1));
  });

  test('a longer term never ends earlier, and one more holiday never moves an end forward', () => {
    fc.assert(
      fc.property(moment, fc.nat(40), fc.nat(60), (from, workingDays, holidayIn) => {
        const endsAt = addWorkingDays(from, workingDays, calendar);
        const holidays = new Set([...calendar.holidays, dayAfter(from, holidayIn)]);
        expect(addWorkingDays(from, workingDays + 1, calendar)).toBeGreaterThan(endsAt);
        expect(addWorkingDays(from, workingDays, { ...calendar, holidays })).toBeGreaterThanOrEqual(endsAt);
      }),
    );
  });

  test('a date that is both a holiday and a make-up day counts as a holiday', () => {
    const both = { holidays: new Set(['2026-03-03']), workdays: new Set(['2026-03-03']) };
    expect(isWorkingDay('2026-03-03', both)).toBe(false);
  });
});

describe('the term of a public notice', () => {
  test('is the later of so many calendar days and so many working days', () => {
    const quiet = atShanghai('2026-03-02T09:00:00');
    const beforeSpringFestival = atShanghai('2026-02-13T09:00:00');
    const term = { calendarDays: 10, workingDays: 7 };
    expect(termEnd(quiet, term, calendar, CALENDAR_DAY)).toBe(atShanghai('2026-03-13T00:00:00'));
    expect(termEnd(beforeSpringFestival, term, calendar, CALENDAR_DAY)).toBe(atShanghai('2026-03-03T00:00:00'));
  });

  test('is never shorter than either', () => {
    fc.assert(
      fc.property(moment, fc.nat(30), fc.nat(30), (from, calendarDays, workingDays) => {
        const closesAt = termEnd(from, { calendarDays, workingDays }, calendar, CALENDAR_DAY);
        expect(closesAt).toBeGreaterThanOrEqual(addCalendarDays(from, calendarDays));
        expect(closesAt).toBeGreaterThanOrEqual(addWorkingDays(from, workingDays, calendar));
      }),
    );
  });
});

describe('a term of months', () => {
  test.each([
    ['2026-03-15', 6, '2026-09-16'],
    ['2026-08-31', 6, '2027-03-01'],
    ['2027-08-31', 6, '2028-03-01'],
    ['2026-11-30', 3, '2027-03-01'],
    ['2026-12-31', 1, '2027-02-01'],
  ])('from %s, %p months, ends at the beginning of %s', (from, months, endsAt) => {
    expect(addMonths(atShanghai(`${from}T12:00:00`), months)).toBe(atShanghai(`${endsAt}T00:00:00`));
  });
});

describe('a rehearsal county', () => {
  test('has days that last as long as it says, all of them working days', () => {
    fc.assert(
      fc.property(moment, fc.nat(60), fc.integer({ min: 1, max: 3600 }), (from, days, daySeconds) => {
        const dayLength = { daySeconds };
        expect(addWorkingDays(from, days, calendar, dayLength)).toBe(from + days * daySeconds * 1000);
        expect(addCalendarDays(from, days, dayLength)).toBe(from + days * daySeconds * 1000);
      }),
    );
  });
});

test.each([-1, 0.5, Number.NaN])('a term of %p days is refused', (days) => {
  expect(() => addWorkingDays(0, days, calendar)).toThrow(RangeError);
  expect(() => addCalendarDays(0, days)).toThrow(RangeError);
});

function dayAfter(from: number, days: number): string {
  return shanghaiDate(from + days * DAY_MS);
}
