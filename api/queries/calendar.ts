import type { z } from 'zod';
import type { CalendarDayView } from '../../domain/schemas/office.js';
import type { Tx } from '../../prisma/client.js';

/** The State Council's calendar stands under this county code. */
export const NATIONAL = '';

/** The days of a year that differ from the plain week, for one county: the State Council's and its own. */
export async function calendarOf(tx: Tx, countyCode: string, year: number): Promise<z.infer<typeof CalendarDayView>[]> {
  const rows = await tx.calendarDay.findMany({
    where: { countyCode: { in: [NATIONAL, countyCode] }, date: { gte: `${year}-01-01`, lte: `${year}-12-31` } },
    orderBy: [{ date: 'asc' }, { countyCode: 'asc' }],
  });
  return rows.map(({ date, countyCode: code, kind, name }) => ({
    ...{ date, kind, name },
    scope: code === NATIONAL ? 'national' : 'county',
  }));
}
