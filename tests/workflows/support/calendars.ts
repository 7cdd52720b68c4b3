import { type Calendar, shanghaiDate } from '../../../domain/rules/working-days.js';

const DAY_MS = 86_400_000;

/** The date of a moment and of the days after it. */
export const shanghaiDays = (fromEpochMs: number, days: number): string[] =>
  Array.from({ length: days }, (_, day) => shanghaiDate(fromEpochMs + day * DAY_MS));

export const calendarWith = ({
  holidays = [],
  workdays = [],
}: {
  holidays?: string[];
  workdays?: string[];
}): Calendar => ({
  ...{ holidays: new Set(holidays), workdays: new Set(workdays) },
});
