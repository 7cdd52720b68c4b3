import { countyOf } from '../../domain/rules/county-of.js';
import { Prisma, type Tx } from '../../prisma/client.js';
import { found } from '../problem.js';

export interface Place {
  readonly code: string;
  readonly name: string;
}

/** A place with how many notices are open there. */
export interface OpenPlace extends Place {
  readonly open: number;
}

/** Where one is: the way down from the county, and what lies below. */
export interface AreaTrail {
  readonly above: readonly Place[];
  readonly here: Place;
  readonly below: readonly OpenPlace[];
}

/** @throws Refused NOT_FOUND */
export async function areaTrail(tx: Tx, code: string): Promise<AreaTrail> {
  const steps = [6, 9, 12].filter((digits) => digits < code.length).map((digits) => code.slice(0, digits));
  const rows = await tx.area.findMany({ where: { code: { in: [...steps, code] } }, orderBy: { code: 'asc' } });
  const here = found(rows.find((row) => row.code === code));
  const below = await tx.area.findMany({ where: { parentCode: code }, orderBy: { code: 'asc' } });
  const open = await openBelow(tx, code);
  return {
    above: rows.filter((row) => row !== here),
    here,
    below: below.map((row) => ({ code: row.code, name: row.name, open: open.get(row.code) ?? 0 })),
  };
}

/** How many notices are open in each area below one; one of several villages counts in each of them. */
async function openBelow(tx: Tx, code: string): Promise<Map<string, number>> {
  const digits = Prisma.raw(String(code.length + 3));
  const rows = await tx.$queryRaw<{ code: string; open: number }[]>`
    SELECT left(c."areaCode", ${digits}) AS code, count(DISTINCT p."no")::int AS open
    FROM "Publication" p JOIN "PublicationEntry" e ON e."publicationNo" = p."no" JOIN "Case" c USING ("caseNo")
    WHERE p."countyCode" = ${countyOf(code)} AND p."closedAt" IS NULL AND p."withdrawnAt" IS NULL
      AND c."areaCode" LIKE ${`${code}%`}
    GROUP BY 1`;
  return new Map(rows.map((row) => [row.code, row.open]));
}

/** The counties that work with the system; rehearsals are none. */
export async function counties(tx: Tx): Promise<Place[]> {
  const rows = await tx.county.findMany({ where: { rehearsal: false }, orderBy: { code: 'asc' } });
  return rows.map(({ code, name }) => ({ code, name }));
}
