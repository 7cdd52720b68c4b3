import { CountyPolicy } from '../domain/schemas/county-policy.js';
import { Programme } from '../domain/schemas/programme.js';
import type { Calendar, DayLength } from '../domain/rules/working-days.js';
import { shanghaiDate } from '../domain/rules/working-days.js';
import type { Tx } from './client.js';

/** What a county counts its days by. */
export interface CountyDays {
  readonly calendar: Calendar;
  readonly dayLength: DayLength;
}

/** A version and the name by which a case refers to it. */
export interface InForce<Body> {
  readonly digest: string;
  readonly body: Body;
}

/** The version of a programme that a case began with. Versions are immutable. */
export async function programmeVersion(tx: Tx, digest: string): Promise<Programme> {
  const { body } = await tx.programme.findUniqueOrThrow({ where: { digest } });
  return Programme.parse(body);
}

/** The version of a programme that counts now: the highest that has begun. @throws where none has */
export async function programmeNow(tx: Tx, countyCode: string, code: string): Promise<InForce<Programme>> {
  const { digest, body } = await tx.programme.findFirstOrThrow({
    where: { countyCode, code, opensAt: { lte: new Date() } },
    orderBy: { version: 'desc' },
  });
  return { digest, body: Programme.parse(body) };
}

/** The version of county policy that a case began with. */
export async function policyVersion(tx: Tx, digest: string): Promise<CountyPolicy> {
  const { body } = await tx.countyPolicy.findUniqueOrThrow({ where: { digest } });
  return CountyPolicy.parse(body);
}

/** The policy of a county as of now: what concerns no single case, or one that is to begin. */
export async function policyNow(tx: Tx, countyCode: string): Promise<InForce<CountyPolicy> | undefined> {
  const row = await tx.countyPolicy.findFirst({
    where: { countyCode, effectiveFrom: { lte: new Date() } },
    orderBy: { version: 'desc' },
  });
  return row ? { digest: row.digest, body: CountyPolicy.parse(row.body) } : undefined;
}

/**
 * The calendar of a county from a moment on: the State Council's days, and the county's own over them. A county in
 * rehearsal may have days that last seconds.
 */
export async function countyDays(tx: Tx, countyCode: string, fromEpochMs: number): Promise<CountyDays> {
  const { daySeconds } = await tx.county.findUniqueOrThrow({ where: { code: countyCode } });
  const days = await tx.calendarDay.findMany({
    where: { countyCode: { in: ['', countyCode] }, date: { gte: shanghaiDate(fromEpochMs) } },
    orderBy: { countyCode: 'asc' },
  });
  const kinds = new Map(days.map(({ date, kind }) => [date, kind]));
  const datesOf = (wanted: string) => new Set([...kinds].flatMap(([date, kind]) => (kind === wanted ? [date] : [])));
  return { calendar: { holidays: datesOf('holiday'), workdays: datesOf('workday') }, dayLength: { daySeconds } };
}
