import { describe, expect, test } from '@jest/globals';
import { dayOfText, dayText, deadlineText, momentText } from '../../domain/texts/moments.js';

describe('What people read of time is Shanghai’s', () => {
  test('a moment to the minute', () => {
    const moment = Date.parse('2026-03-01T08:30:00Z');
    expect(momentText(moment)).toEqual({ zh: '2026年3月1日 16:30', en: '1 March 2026, 16:30' });
    expect(dayOfText(Date.parse('2026-12-31T16:00:00Z'))).toEqual({ zh: '2027年1月1日', en: '1 January 2027' });
  });

  test('a term that ends at midnight ends at 24:00 of the day before', () => {
    const midnight = Date.parse('2026-03-01T16:00:00Z');
    expect(deadlineText(midnight)).toEqual({ zh: '2026年3月1日 24:00', en: '1 March 2026, 24:00' });
  });

  test('a day of a contract', () => {
    expect(dayText('2026-10-09')).toEqual({ zh: '2026年10月9日', en: '9 October 2026' });
  });
});
