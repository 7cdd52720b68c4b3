import { describe, expect, test } from '@jest/globals';
import { lastCutOff } from '../../domain/rules/cut-off.js';
import { CALENDAR_DAY, type Calendar } from '../../domain/rules/working-days.js';

const calendar: Calendar = { holidays: new Set(['2026-10-01', '2026-10-02']), workdays: new Set(['2026-10-10']) };
const shanghai = (text: string) => Date.parse(`${text}:00+08:00`);
const last = (now: string, cutOff = '15:00') => lastCutOff(shanghai(now), cutOff, calendar, CALENDAR_DAY);

describe('The cut-off at which a county’s orders go to the bank', () => {
  test('has come at its time, not a minute before', () => {
    expect(last('2026-11-24T14:59')).toBe(shanghai('2026-11-23T15:00'));
    expect(last('2026-11-24T15:00')).toBe(shanghai('2026-11-24T15:00'));
  });

  test('is that of the last working day over a weekend and over holidays', () => {
    expect(last('2026-11-22T16:00')).toBe(shanghai('2026-11-20T15:00'));
    expect(last('2026-11-23T09:00')).toBe(shanghai('2026-11-20T15:00'));
    expect(last('2026-10-05T09:00')).toBe(shanghai('2026-09-30T15:00'));
  });

  test('comes on a make-up working day too', () => {
    expect(last('2026-10-10T17:30', '17:30')).toBe(shanghai('2026-10-10T17:30'));
  });

  test('is of the day in Shanghai, whatever the day is elsewhere', () => {
    expect(last('2026-11-24T00:30', '00:15')).toBe(shanghai('2026-11-24T00:15'));
  });

  test('comes with every day where days last seconds', () => {
    const days = { daySeconds: 2 };
    expect(lastCutOff(7_999, '15:00', calendar, days)).toBe(6_000);
    expect(lastCutOff(8_000, '15:00', calendar, days)).toBe(8_000);
  });
});
