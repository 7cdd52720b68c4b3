import type { Prisma, Tx } from './client.js';

/** Discrepancies found in a county's statements of a day begin so; '' of what belongs to no county. */
export const statementCauses = (date: string, countyCode: string): string => `statement/${date}/${countyCode}/`;

/** What was found in statements of a day, of a county and of none. */
export const foundIn = (date: string, countyCode: string): Prisma.DiscrepancyWhereInput => ({
  OR: [countyCode, ''].map((county) => ({ cause: { startsWith: statementCauses(date, county) } })),
});

/** How much of a reconciled day nobody has settled: lines that do not fit, and what belongs to no county. */
export async function unsettledIn(tx: Tx, countyCode: string, date: string): Promise<number> {
  const [{ lines }] = await tx.$queryRaw<[{ lines: number }]>`
    SELECT count(*)::integer AS "lines" FROM "ReconciliationLine" l
    LEFT JOIN "Discrepancy" d ON d."cause" = l."cause"
    WHERE l."countyCode" = ${countyCode} AND l."date" = ${date} AND l."cause" IS NOT NULL AND d."settledAt" IS NULL`;
  const ofNone = { cause: { startsWith: statementCauses(date, '') }, settledAt: null };
  return lines + (await tx.discrepancy.count({ where: ofNone }));
}
