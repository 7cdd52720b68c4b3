import { mayBePublished } from '../../../domain/rules/small-groups.js';
import type { Bilingual } from '../../../domain/schemas/common.js';
import type { FINDINGS } from '../../../domain/schemas/outcome.js';
import type { Tx } from '../../../prisma/client.js';
import { programmeNames } from '../programme-names.js';
import { type CountyYear, spanOf } from './year.js';

type Finding = (typeof FINDINGS)[number];

/** What the performance reviews of a programme found in a year. */
export interface ReviewRow {
  readonly programme: Bilingual;
  readonly reviewed: number;
  /** Null where so few were reviewed that it would tell of a single household. */
  readonly results: { readonly score: number; readonly found: Readonly<Record<Finding, number>> } | null;
  /** ISO: of the last of them. */
  readonly at: string;
}

type Row = Record<Finding, number> & { code: string; reviewed: number; score: number; at: Date };

export async function reviewRows(tx: Tx, asked: CountyYear): Promise<ReviewRow[]> {
  const { from, until } = spanOf(asked);
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c."programmeCode" AS code, count(*)::int AS reviewed, avg(r."score")::float8 AS score, max(r."closedAt") AS at,
      count(*) FILTER (WHERE r."finding" = 'usedAsIntended')::int AS "usedAsIntended",
      count(*) FILTER (WHERE r."finding" = 'partlyUsed')::int AS "partlyUsed",
      count(*) FILTER (WHERE r."finding" = 'notUsed')::int AS "notUsed"
    FROM "Review" r JOIN "Case" c USING ("caseNo")
    WHERE r."closedAt" >= ${from} AND r."closedAt" < ${until} AND r."finding" IS NOT NULL
      AND c."countyCode" = ${asked.county}
    GROUP BY 1 ORDER BY 1`;
  const nameOf = await programmeNames(
    tx,
    rows.map(({ code }) => code),
  );
  return rows.map(({ code, reviewed, score, at, ...found }) => {
    const { zh, en } = nameOf(code);
    const results = mayBePublished(reviewed) ? { score, found } : null;
    return { programme: { zh, en }, reviewed, results, at: at.toISOString() };
  });
}
