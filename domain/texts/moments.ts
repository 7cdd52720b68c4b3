import { endOfTerm, minuteOf } from '../rules/moments.js';
import type { Bilingual } from '../schemas/common.js';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** A day, `YYYY-MM-DD`, as people read it: `2026年3月1日`, `1 March 2026`. */
export function dayText(day: string): Bilingual {
  const [year = 0, month = 1, date = 0] = day.split('-').map(Number);
  return { zh: `${year}年${month}月${date}日`, en: `${date} ${MONTHS[month - 1]} ${year}` };
}

/** A moment in Asia/Shanghai, to the minute: `2026年3月1日 16:30`. */
export const momentText = (epochMs: number): Bilingual => read(minuteOf(epochMs));

/** The end of a term; midnight is 24:00 of the day that it ends. */
export const deadlineText = (epochMs: number): Bilingual => read(endOfTerm(epochMs));

/** The day of a moment, in Asia/Shanghai. */
export const dayOfText = (epochMs: number): Bilingual => dayText(minuteOf(epochMs).slice(0, 10));

function read(minute: string): Bilingual {
  const [day = '', time = ''] = minute.split(' ');
  const { zh, en } = dayText(day);
  return { zh: `${zh} ${time}`, en: `${en}, ${time}` };
}
