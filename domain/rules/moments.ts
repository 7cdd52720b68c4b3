const SHANGHAI_MS = 8 * 3_600_000;

/** A moment in Asia/Shanghai, to the minute: `2026-03-01 16:30`. */
export function minuteOf(epochMs: number): string {
  const shanghai = new Date(epochMs + SHANGHAI_MS).toISOString();
  return `${shanghai.slice(0, 10)} ${shanghai.slice(11, 16)}`;
}

/** The end of a term: midnight is 24:00 of the day that it ends. */
export function endOfTerm(epochMs: number): string {
  const minute = minuteOf(epochMs);
  return minute.endsWith(' 00:00') ? `${minuteOf(epochMs - 1).slice(0, 10)} 24:00` : minute;
}
