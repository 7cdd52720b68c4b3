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

/** Versions that were read before, by their digests: what a digest names never changes. */
class Versions<Body> {
  readonly #known = new Map<string, Body>();

  async of(digest: string, read: () => Promise<Body>): Promise<Body> {
    const body = this.#known.get(digest) ?? (await read());
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(digest, body);
    return body;
  }
}

const MOST_KNOWN = 500;
const programmes = new Versions<Programme>();
const policies = new Versions<CountyPolicy>();

/** The version of a programme that a case began with. */
export const programmeVersion = async (tx: Tx, digest: string): Promise<Programme> =>
  await programmes.of(digest, async () =>
    Programme.parse((await tx.programme.findUniqueOrThrow({ where: { digest } })).body),
  );

/** The version of county policy that a case began with. */
export const policyVersion = async (tx: Tx, digest: string): Promise<CountyPolicy> =>
  await policies.of(digest, async () =>
    CountyPolicy.parse((await tx.countyPolicy.findUniqueOrThrow({ where: { digest } })).body),
  );

/** The version of a programme that counts now: the highest that has begun. @throws where none has */
export async function programmeNow(tx: Tx, countyCode: string, code: string): Promise<InForce<Programme>> {
  const { digest, body } = await tx.programme.findFirstOrThrow({
    where: { countyCode, code, opensAt: { lte: new Date() } },
    orderBy: { version: 'desc' },
  });
  return { digest, body: Programme.parse(body) };
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
