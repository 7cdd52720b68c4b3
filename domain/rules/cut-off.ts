import {
  CALENDAR_DAY,
  type Calendar,
  DAY_MS,
  type DayLength,
  isWorkingDay,
  shanghaiDate,
  startOfShanghaiDay,
} from './working-days.js';

const MINUTE_MS = 60_000;

/**
 * The last cut-off at or before a moment, epoch ms: the time `HH:MM` of a working day, Asia/Shanghai. Where days are
 * shortened every day of theirs has one, at its beginning.
 */
export function lastCutOff(epochMs: number, cutOff: string, calendar: Calendar, dayLength: DayLength): number {
  const dayMs = dayLength.daySeconds * 1000;
  if (dayLength.daySeconds !== CALENDAR_DAY.daySeconds) return epochMs - (epochMs % dayMs);
  const [hours, minutes] = cutOff.split(':').map(Number) as [number, number];
  let at = startOfShanghaiDay(shanghaiDate(epochMs)) + (hours * 60 + minutes) * MINUTE_MS;
  while (at > epochMs || !isWorkingDay(shanghaiDate(at), calendar)) at -= DAY_MS;
  return at;
}
