import { describe, expect, test } from '@jest/globals';
import { periodOf } from '../../domain/rules/periods.js';
import { periodName } from '../../domain/texts/periods.js';

describe('The period that an application counts for', () => {
  test.each([
    ['year', '2026-11-28', '2026'],
    ['month', '2026-11-28', '2026-11'],
    ['once', '2026-11-28', 'once'],
    ['each', '2026-11-28', 'each'],
    ['term', '2026-08-01', '2026-autumn'],
    ['term', '2026-12-31', '2026-autumn'],
    ['term', '2027-01-31', '2026-autumn'],
    ['term', '2027-02-01', '2027-spring'],
    ['term', '2027-07-31', '2027-spring'],
  ] as const)('by the %s, of %s, is %s', (period, date, expected) => {
    expect(periodOf(period, date)).toBe(expected);
  });
});

test.each([
  ['2026', '2026年', '2026'],
  ['2026-02', '2026年2月', '2026-02'],
  ['2026-spring', '2026年春季学期', 'spring term 2026'],
  ['2026-autumn', '2026年秋季学期', 'autumn term 2026'],
  ['330127-F2026-1', '330127-F2026-1', '330127-F2026-1'],
])('The period %s is called %s', (period, zh, en) => {
  expect(periodName(period)).toEqual({ zh, en });
});
