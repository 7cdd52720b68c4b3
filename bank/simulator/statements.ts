import { DAY_MS, shanghaiDate, startOfShanghaiDay } from '../../domain/rules/working-days.js';
import type { Laid } from './entries.js';
import type { Fold } from './fold.js';

/**
 * The statement of a day, all that was booked on it: `statement-<date>` when the day is over; before that, of the day
 * so far, `statement-<date>-<n>`. Nothing for a day that has not begun.
 */
export function statementOf(date: string, fold: Fold, now: number): Laid | undefined {
  const today = shanghaiDate(now);
  if (date > today) return undefined;
  const stem = `statement-${date}`;
  return { kind: 'laid', name: date < today ? stem : `${stem}-${nextNumber(stem, fold)}`, report: ofDay(date, fold) };
}

/** Those of past days with bookings that have none yet, the oldest first. */
export function statementsDue(fold: Fold, now: number): Laid[] {
  const days = [...fold.days].filter((date) => date < shanghaiDate(now) && !fold.reports.has(`statement-${date}`));
  return days.toSorted().map((date) => ({ kind: 'laid', name: `statement-${date}`, report: ofDay(date, fold) }));
}

/** The end of the day in Shanghai, epoch ms. */
export const nextMidnight = (now: number): number => startOfShanghaiDay(shanghaiDate(now)) + DAY_MS;

function ofDay(date: string, { bookings }: Fold): Laid['report'] {
  const ofTheDay = bookings.filter(({ bookedAt }) => shanghaiDate(Date.parse(bookedAt)) === date);
  return { kind: 'statement', date, lines: ofTheDay.map(({ line: _line, ...told }) => told) };
}

function nextNumber(stem: string, { reports }: Fold): string {
  const laid = [...reports.keys()].filter((name) => name.startsWith(`${stem}-`));
  return String(laid.length + 1).padStart(3, '0');
}
