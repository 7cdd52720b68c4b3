import type { Bilingual } from '../../../domain/schemas/common.js';
import type { Tx } from '../../../prisma/client.js';
import { programmeNames } from '../programme-names.js';
import { type CountyYear, spanOf } from './year.js';

/** A programme's projects of a year: announced after their notice, and paid. */
export interface ProjectRow {
  readonly code: string;
  readonly programme: Bilingual;
  readonly announced: number;
  readonly announcedFen: number;
  readonly paid: number;
  readonly paidFen: number;
  /** ISO: of the last announcement or payment. */
  readonly at: string;
}

interface Sums {
  readonly code: string;
  readonly count: number;
  readonly fen: bigint;
  readonly at: Date;
}

const NONE = { count: 0, fen: 0n, at: new Date(0) };

export async function projectRows(tx: Tx, asked: CountyYear): Promise<ProjectRow[]> {
  const [announced, paid] = [await announcedIn(tx, asked), await paidIn(tx, asked)];
  const codes = [...new Set([...announced, ...paid].map(({ code }) => code))].toSorted();
  const nameOf = await programmeNames(tx, codes);
  return codes.map((code) => {
    const ofCode = (rows: readonly Sums[]) => rows.find((row) => row.code === code) ?? NONE;
    const [result, money] = [ofCode(announced), ofCode(paid)];
    const { zh, en } = nameOf(code);
    return {
      ...{ code, programme: { zh, en } },
      ...{ announced: result.count, announcedFen: Number(result.fen) },
      ...{ paid: money.count, paidFen: Number(money.fen) },
      at: (result.at > money.at ? result.at : money.at).toISOString(),
    };
  });
}

async function announcedIn(tx: Tx, asked: CountyYear): Promise<Sums[]> {
  const { from, until } = spanOf(asked);
  return await tx.$queryRaw<Sums[]>`
    SELECT c."programmeCode" AS code, count(*)::int AS count, max(e."closedAt") AS at,
      sum((e.body->>'amountFen')::bigint)::bigint AS fen
    FROM "PublicationEntry" e JOIN "Case" c USING ("caseNo")
    WHERE e."closedAt" >= ${from} AND e."closedAt" < ${until} AND e."withdrawnAt" IS NULL
      AND c."countyCode" = ${asked.county}
    GROUP BY 1`;
}

/** Households whose money was credited, and stayed there. */
async function paidIn(tx: Tx, asked: CountyYear): Promise<Sums[]> {
  const { from, until } = spanOf(asked);
  return await tx.$queryRaw<Sums[]>`
    SELECT c."programmeCode" AS code, count(DISTINCT p."caseNo")::int AS count, max(p."settledAt") AS at,
      sum(p."amountFen")::bigint AS fen
    FROM "Payment" p JOIN "Case" c USING ("caseNo")
    WHERE p."state" = 'credited' AND p."settledAt" >= ${from} AND p."settledAt" < ${until}
      AND c."countyCode" = ${asked.county}
    GROUP BY 1`;
}
