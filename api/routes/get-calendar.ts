import { countyOf } from '../../domain/rules/county-of.js';
import type { Handler } from '../handler.js';
import { calendarOf } from '../queries/calendar.js';

export const getCalendar: Handler<'getCalendar'> = async ({ who, query }, { db }) => ({
  status: 200,
  body: { days: await calendarOf(db, countyOf(who.areaCode), query.year) },
});
