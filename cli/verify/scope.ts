import { Prisma, type Tx } from '../../prisma/client.js';

/** What is verified: one case, an area's, a year's, or all. */
export interface Scope {
  readonly caseNo?: string;
  /** Digits that the area codes begin with: of a county, of what is above it, or of a place in it. */
  readonly area?: string;
  readonly year?: string;
}

const COUNTY_DIGITS = 6;

/**
 * The cases in it, by their number: those that have a row and those that were ever logged; and of a county or all, the
 * other workflows that were sealed or logged. Of a place within a county its cases that have a row: what vanished is
 * found where the whole county is verified.
 */
export async function itemsIn(db: Tx, { caseNo, area = '', year }: Scope): Promise<string[]> {
  if (caseNo !== undefined) return [caseNo];
  const county = area.slice(0, COUNTY_DIGITS).padEnd(COUNTY_DIGITS, '_');
  const isPlace = area.length > COUNTY_DIGITS;
  const ofPlace = isPlace ? Prisma.sql`AND "areaCode" LIKE ${`${area}%`}` : Prisma.empty;
  const pattern = `${county}-${year ?? '____'}-______-_`;
  const cases = await db.$queryRaw<{ id: string }[]>`
    SELECT "caseNo" AS id FROM "Case" WHERE "caseNo" LIKE ${pattern} ${ofPlace}
    UNION SELECT "caseNo" FROM "LogEntry" WHERE "caseNo" LIKE ${pattern} AND NOT ${isPlace}
    ORDER BY 1`;
  if (isPlace) return cases.map(({ id }) => id);
  // Of a batch the letter stands before the year, of a bundle behind it.
  const others = [`${county}-_${year ?? ''}%`, `${county}-${year ?? '____'}-%`];
  const beside = await db.$queryRaw<{ id: string }[]>`
    SELECT "workflowId" AS id FROM "Seal" WHERE "caseNo" IS NULL AND "workflowId" LIKE ANY (${others})
    UNION SELECT "subject" FROM "LogEntry"
      WHERE "caseNo" IS NULL AND "kind" IN ('grown', 'sealed') AND "subject" LIKE ANY (${others})
    ORDER BY 1`;
  return [...cases, ...beside].map(({ id }) => id);
}
