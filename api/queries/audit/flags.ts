import type { RiskFlag } from '../../../domain/schemas/audit-statistics.js';
import { RISK_FLAGS } from '../../../domain/schemas/audit-statistics.js';
import type { Bilingual, Coded } from '../../../domain/schemas/common.js';
import { FLAG_REASONS, type FlagGrounds, RISK_FLAG_NAMES } from '../../../domain/texts/audit.js';
import { Prisma, type Tx } from '../../../prisma/client.js';
import { coded } from '../coded.js';

/** Just below a limit: within so many percent of it. */
const JUST_BELOW = Prisma.sql`0.95`;
/** Who has signed so many cases with somebody, nearly all of them with the same one. */
const PAIRED_CASES = 5;
const PAIRED_SHARE = Prisma.sql`0.9`;

/** `SELECT`s of (caseNo, grounds) over the cases `c`; grounds as domain/texts/audit.ts has them. */
const FLAG_ROWS = {
  sharedAccount: Prisma.sql`
    SELECT p."caseNo", jsonb_build_object('households', max(n."households"), 'staff', max(n."staff")) AS "grounds"
    FROM (
      SELECT c."caseNo", a."householdId", a."numberHash" FROM c JOIN "Account" a USING ("householdId") WHERE a."current"
      UNION SELECT c."caseNo", a."householdId", a."numberHash" FROM c
        JOIN "Payment" o USING ("caseNo") JOIN "Account" a ON a."id" = o."accountId"
    ) p, LATERAL (SELECT
      (SELECT count(DISTINCT o."householdId") FROM "Account" o
        WHERE o."numberHash" = p."numberHash" AND o."householdId" <> p."householdId")::int AS "households",
      ((SELECT count(*) FROM "Official" o WHERE o."accountHash" = p."numberHash")
        + (SELECT count(*) FROM "Helper" h WHERE h."accountHash" = p."numberHash"))::int AS "staff") n
    WHERE n."households" + n."staff" > 0 GROUP BY 1`,
  relatives: Prisma.sql`
    SELECT c."caseNo", jsonb_build_object('officials', count(k."officialId"),
      'committee', count(*) FILTER (WHERE k."villageCommittee")) AS "grounds"
    FROM c JOIN "Kinship" k USING ("householdId") GROUP BY 1`,
  belowLimit: Prisma.sql`
    SELECT DISTINCT ON (l."caseNo") l."caseNo", jsonb_build_object(
      'amountFen', l."amountFen", 'limitFen', l."limitFen", 'limit', l."limit") AS "grounds"
    FROM (
      SELECT "caseNo", "amountFen", 'discretionary' AS "limit", ("input"#>>'{standard,limitFen}')::bigint AS "limitFen"
      FROM c WHERE "input"#>>'{standard,kind}' = 'discretionary'
      UNION ALL SELECT "caseNo", "amountFen", 'thirdSignature', ("input"->>'thirdSignatureAboveFen')::bigint FROM c
    ) l WHERE l."amountFen" BETWEEN ${JUST_BELOW} * l."limitFen" AND l."limitFen" ORDER BY 1, l."limitFen"`,
  afterHours: Prisma.sql`
    SELECT a."caseNo", jsonb_build_object('acts', count(*), 'first', to_char(min(a."at"), 'YYYY-MM-DD HH24:MI')) AS "grounds"
    FROM (
      SELECT e."caseNo", c."countyCode", e."at" AT TIME ZONE 'Asia/Shanghai' AS "at"
      FROM "CaseEvent" e JOIN c USING ("caseNo")
      WHERE e."kind" = 'acted' AND e."body"#>>'{act,by,role}' NOT IN ('household', 'helper')
    ) a LEFT JOIN LATERAL (
      SELECT d."kind" FROM "CalendarDay" d
      WHERE d."date" = to_char(a."at", 'YYYY-MM-DD') AND d."countyCode" IN ('', a."countyCode")
      ORDER BY d."countyCode" DESC LIMIT 1
    ) d ON true
    WHERE extract(hour FROM a."at") NOT BETWEEN 8 AND 17 OR d."kind" = 'holiday'
      OR (extract(isodow FROM a."at") >= 6 AND d."kind" IS DISTINCT FROM 'workday') GROUP BY 1`,
  samePair: Prisma.sql`
    SELECT DISTINCT ON (p."caseNo") p."caseNo", jsonb_build_object('one', x."name", 'other', y."name",
      'together', s."together", 'all', m."all") AS "grounds"
    FROM pairs p
      JOIN (SELECT "one", count(DISTINCT "caseNo") AS "all" FROM pairs GROUP BY 1) m USING ("one")
      JOIN (SELECT "one", "other", count(DISTINCT "caseNo") AS "together" FROM pairs GROUP BY 1, 2) s USING ("one", "other")
      JOIN "Official" x ON x."id" = p."one" JOIN "Official" y ON y."id" = p."other"
    WHERE m."all" >= ${PAIRED_CASES} AND s."together" >= ${PAIRED_SHARE} * m."all" ORDER BY 1, s."together" DESC`,
} as const satisfies Record<RiskFlag, Prisma.Sql>;

/** Who signed with whom, in every case of the scope. */
const PAIRS = Prisma.sql`
  SELECT e."caseNo", e."body"#>>'{act,by,id}' AS "one", e."body"#>>'{act,cosigner,id}' AS "other"
  FROM "CaseEvent" e JOIN c USING ("caseNo") WHERE e."kind" = 'acted' AND e."body"#>'{act,cosigner}' IS NOT NULL`;

export interface Flag {
  readonly flag: Coded;
  readonly why: Bilingual;
}

/** The flags of the cases of a scope, each with what it rests on. */
export async function flagsIn(
  tx: Tx,
  cases: Prisma.Sql,
  only: readonly RiskFlag[] = RISK_FLAGS,
): Promise<ReadonlyMap<string, readonly Flag[]>> {
  const flags = new Map<string, Flag[]>();
  for (const flag of only) {
    const rows = await tx.$queryRaw<{ caseNo: string; grounds: FlagGrounds[typeof flag] }[]>`
      WITH c AS MATERIALIZED (${cases}), pairs AS (${PAIRS}) ${FLAG_ROWS[flag]}`;
    const why = FLAG_REASONS[flag] as (grounds: FlagGrounds[RiskFlag]) => Bilingual;
    for (const { caseNo, grounds } of rows) {
      const one = { flag: coded(RISK_FLAG_NAMES, flag), why: why(grounds) };
      flags.set(caseNo, [...(flags.get(caseNo) ?? []), one]);
    }
  }
  return flags;
}
