import type { AuditScope } from '../../../domain/schemas/audit.js';
import {
  type AuditStatistics,
  type Figure,
  type FigureCase,
  FIGURES,
  type FigureQuery,
} from '../../../domain/schemas/audit-statistics.js';
import type { Bilingual, Coded } from '../../../domain/schemas/common.js';
import { REASONS } from '../../../domain/rules/reasons.js';
import { FIGURE_KEYS, FIGURE_NAMES, FIGURE_UNITS } from '../../../domain/texts/audit.js';
import { OBJECTION_RESULTS } from '../../../domain/texts/objection-results.js';
import { STAGE_NAMES } from '../../../domain/texts/stages.js';
import { Prisma, type Tx } from '../../../prisma/client.js';
import type { OfficialWho } from '../../who.js';
import { auditCases } from '../audit-cases.js';
import { coded } from '../coded.js';
import { knownOfficials } from '../officials.js';
import { type Page, rankedPage, rankOf } from '../page.js';
import { FIGURE_ROWS, RANK } from './figures.js';
import { casesIn } from './scope.js';

const MOST_GROUPS = 200;

interface GroupRow {
  readonly key: string;
  readonly cases: number;
  readonly total: number;
  readonly median: number;
  readonly most: number;
}

/** What is counted over the cases of an area and a year. @throws Refused OUT_OF_AREA */
export async function auditStatistics(tx: Tx, who: OfficialWho, scope: AuditScope): Promise<AuditStatistics> {
  const cases = casesIn(who, scope);
  const [{ count }] = await tx.$queryRaw<[{ count: number }]>`SELECT count(*)::int AS "count" FROM (${cases}) c`;
  const figures = [];
  for (const figure of FIGURES) {
    const rows = await tx.$queryRaw<GroupRow[]>`
      WITH c AS MATERIALIZED (${cases}), f AS (${FIGURE_ROWS[figure]})
      SELECT "key", count(*)::int AS "cases", sum("value")::float8 AS "total", max("value") AS "most",
        percentile_cont(0.5) WITHIN GROUP (ORDER BY "value") AS "median"
      FROM f GROUP BY "key" ORDER BY "cases" DESC, "key" LIMIT ${MOST_GROUPS}`;
    const named = await keyNames(tx, figure, rows);
    figures.push({
      figure: { ...FIGURE_NAMES[figure], code: figure },
      unit: FIGURE_UNITS[figure],
      groups: rows.map(({ key, ...row }) => ({ key: named(key), ...row })),
    });
  }
  return { cases: count, figures };
}

/** The cases behind a figure: those that stand out first. @throws Refused OUT_OF_AREA */
export async function figurePage(
  tx: Tx,
  who: OfficialWho,
  figure: Figure,
  { key, cursor, limit, ...scope }: FigureQuery,
): Promise<Page<FigureCase>> {
  const after = rankOf(cursor);
  const behind = after ? Prisma.sql`AND (${RANK[figure]}, "caseNo") < (${after.value}, ${after.id})` : Prisma.empty;
  const rows = await tx.$queryRaw<{ caseNo: string; value: number; rank: number }[]>`
    WITH c AS MATERIALIZED (${casesIn(who, scope)}), f AS (${FIGURE_ROWS[figure]})
    SELECT "caseNo", "value", ${RANK[figure]} AS "rank" FROM f WHERE "key" = ${key} ${behind}
    ORDER BY "rank" DESC, "caseNo" DESC LIMIT ${limit + 1}`;
  const shown = await auditCases(
    tx,
    rows.map(({ caseNo }) => caseNo),
  );
  return rankedPage(
    rows,
    limit,
    ({ rank, caseNo }) => ({ value: rank, id: caseNo }),
    ({ caseNo, value }) => ({ ...shown(caseNo), value }),
  );
}

/** Keys that are no officials. */
const KEY_NAMES: Readonly<Record<Figure, Readonly<Record<string, Bilingual>> | undefined>> = {
  timeInStage: STAGE_NAMES,
  decisions: undefined,
  refusals: REASONS,
  amended: FIGURE_KEYS,
  accountChanges: FIGURE_KEYS,
  objections: { ...OBJECTION_RESULTS, ...FIGURE_KEYS },
};

/** What the keys of a figure are called. */
async function keyNames(tx: Tx, figure: Figure, rows: readonly GroupRow[]): Promise<(key: string) => Coded> {
  const table = KEY_NAMES[figure];
  if (table) return (key) => coded(table, key);
  const officials = await knownOfficials(
    tx,
    rows.map(({ key }) => key),
  );
  return (key) => {
    const { name = key, office = null } = officials.get(key) ?? {};
    const text = office === null ? name : `${name}（${office}）`;
    return { code: key, zh: text, en: text };
  };
}
