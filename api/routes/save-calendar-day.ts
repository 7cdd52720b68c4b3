import type { Body } from '../../domain/routes.js';
import { countyOf } from '../../domain/rules/county-of.js';
import type { Tx } from '../../prisma/client.js';
import { tellCalendar } from '../acting/tell-calendar.js';
import type { Handler } from '../handler.js';
import { Refused } from '../problem.js';
import { isOfCounty } from '../../prisma/areas.js';
import { NATIONAL } from '../queries/calendar.js';

/**
 * Sets a day, then tells the open cases page by page; they date their deadlines anew. The same request with `after`
 * goes on where the last one ended: saving the day again changes nothing, and a case that is told twice neither.
 */
export const saveCalendarDay: Handler<'saveCalendarDay'> = async ({ who, params, query, body }, deps) => {
  const countyCode = body.scope === 'national' ? NATIONAL : countyOf(who.areaCode);
  // The State Council's days hold for every county: set by whoever is above the counties.
  if (countyCode === NATIONAL && isOfCounty(who.areaCode)) throw new Refused('OUT_OF_AREA');
  await saveDay(deps.db, countyCode, params.date, body);
  const { told, next } = await tellCalendar(deps, countyCode, query.after);
  return { status: 200, body: { date: params.date, told, next } };
};

async function saveDay(
  tx: Tx,
  countyCode: string,
  date: string,
  { kind, name }: Body<'saveCalendarDay'>,
): Promise<void> {
  if (kind === 'plain') {
    await tx.calendarDay.deleteMany({ where: { countyCode, date } });
    return;
  }
  const where = { countyCode_date: { countyCode, date } };
  await tx.calendarDay.upsert({ where, create: { countyCode, date, kind, name }, update: { kind, name } });
}
