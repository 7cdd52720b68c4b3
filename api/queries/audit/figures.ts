import type { Figure } from '../../../domain/schemas/audit-statistics.js';
import { Prisma } from '../../../prisma/client.js';

/** `SELECT`s of (key, caseNo, value) over the cases `c` of a scope. */
export const FIGURE_ROWS = {
  /** Hours until the next stage was entered, or until now. */
  timeInStage: Prisma.sql`
    SELECT s."stage" AS "key", s."caseNo",
      max(extract(epoch FROM coalesce(s."left", now()) - s."at") / 3600)::float8 AS "value"
    FROM (
      SELECT e."caseNo", e."kind", e."body"->>'stage' AS "stage", e."at",
        lead(e."at") OVER (PARTITION BY e."caseNo", e."strand" ORDER BY e."seq") AS "left"
      FROM "CaseEvent" e JOIN c USING ("caseNo") WHERE e."kind" IN ('entered', 'closed')
    ) s WHERE s."kind" = 'entered' GROUP BY 1, 2`,
  /** How often an official signed in the case, as the first or the second. */
  decisions: Prisma.sql`
    SELECT p."id" AS "key", e."caseNo", count(*)::float8 AS "value"
    FROM "CaseEvent" e JOIN c USING ("caseNo"), LATERAL (VALUES
      (e."body"#>>'{act,by,id}', e."body"#>>'{act,by,role}'),
      (e."body"#>>'{act,cosigner,id}', e."body"#>>'{act,cosigner,role}')) p("id", "role")
    WHERE e."kind" = 'acted' AND p."id" IS NOT NULL AND p."role" NOT IN ('household', 'helper') GROUP BY 1, 2`,
  refusals: Prisma.sql`
    SELECT coalesce(e."body"#>>'{act,reasonCode}', '—') AS "key", e."caseNo", count(*)::float8 AS "value"
    FROM "CaseEvent" e JOIN c USING ("caseNo")
    WHERE e."kind" = 'acted' AND e."body"#>>'{act,verdict}' = 'refuse' GROUP BY 1, 2`,
  /** By how many percent what was granted differs from what was applied for. */
  amended: Prisma.sql`
    SELECT CASE WHEN c."quantity" < q."applied" THEN 'lowered' ELSE 'raised' END AS "key", c."caseNo",
      round(abs(c."quantity" - q."applied") * 100.0 / q."applied", 1)::float8 AS "value"
    FROM c, LATERAL (SELECT (c."input"->>'quantity')::numeric AS "applied") q
    WHERE q."applied" > 0 AND c."quantity" <> q."applied"`,
  /** Hours from the change of an account to the order that pays to it. */
  accountChanges: Prisma.sql`
    SELECT 'changed' AS "key", p."caseNo", min(extract(epoch FROM p."preparedAt" - a."since") / 3600)::float8 AS "value"
    FROM "Payment" p JOIN c USING ("caseNo") JOIN "Account" a ON a."id" = p."accountId"
    WHERE a."since" BETWEEN p."preparedAt" - interval '30 days' AND p."preparedAt" AND EXISTS (
      SELECT FROM "Account" o WHERE o."householdId" = a."householdId" AND o."since" < a."since") GROUP BY 2`,
  objections: Prisma.sql`
    SELECT coalesce(o."result", 'open') AS "key", o."caseNo", count(*)::float8 AS "value"
    FROM "Objection" o JOIN c USING ("caseNo") GROUP BY 1, 2`,
} as const satisfies Record<Figure, Prisma.Sql>;

/** Of an account changed before payment the shortest time is the first; of all others the most. */
export const RANK = {
  timeInStage: Prisma.sql`"value"`,
  decisions: Prisma.sql`"value"`,
  refusals: Prisma.sql`"value"`,
  amended: Prisma.sql`"value"`,
  accountChanges: Prisma.sql`-"value"`,
  objections: Prisma.sql`"value"`,
} as const satisfies Record<Figure, Prisma.Sql>;
