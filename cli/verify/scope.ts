import type { Tx } from '../../prisma/client.js';

/** What is verified: one case, a county's, a year's, or all. */
export interface Scope {
  readonly caseNo?: string;
  readonly county?: string;
  readonly year?: string;
}

/**
 * The cases in it, by their number: those that have a row and those that were ever logged; and of a county or all, the
 * other workflows that were sealed or logged.
 */
export async function itemsIn(db: Tx, { caseNo, county, year }: Scope): Promise<string[]> {
  if (caseNo !== undefined) return [caseNo];
  const pattern = `${county ?? '______'}-${year ?? '____'}-______-_`;
  const cases = await db.$queryRaw<{ id: string }[]>`
    SELECT "caseNo" AS id FROM "Case" WHERE "caseNo" LIKE ${pattern}
    UNION SELECT "caseNo" FROM "LogEntry" WHERE "caseNo" LIKE ${pattern}
    ORDER BY 1`;
  const others = await db.$queryRaw<{ id: string }[]>`
    SELECT "workflowId" AS id FROM "Seal" WHERE "caseNo" IS NULL AND "workflowId" LIKE ${`${county ?? '______'}-_${year ?? ''}%`}
    UNION SELECT "subject" FROM "LogEntry"
      WHERE "caseNo" IS NULL AND "kind" IN ('grown', 'sealed') AND "subject" LIKE ${`${county ?? '______'}-_${year ?? ''}%`}
    ORDER BY 1`;
  return [...cases, ...others].map(({ id }) => id);
}
