import type { Bilingual } from '../schemas/common.js';

const MONTH = /^(\d{4})-(\d{2})$/;
const TERM = /^(\d{4})-(spring|autumn)$/;
const YEAR = /^\d{4}$/;

/** A period as people call it: `2026年11月` for `2026-11`; what is no part of the calendar (a dividend’s number) as it is. */
export function periodName(period: string): Bilingual {
  const [, termYear = '', term] = TERM.exec(period) ?? [];
  if (term === 'spring') return { zh: `${termYear}年春季学期`, en: `spring term ${termYear}` };
  if (term === 'autumn') return { zh: `${termYear}年秋季学期`, en: `autumn term ${termYear}` };
  const [, year = '', month] = MONTH.exec(period) ?? [];
  if (month !== undefined) return { zh: `${year}年${Number(month)}月`, en: `${year}-${month}` };
  return YEAR.test(period) ? { zh: `${period}年`, en: period } : { zh: period, en: period };
}
