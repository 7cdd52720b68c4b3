import {
  type AuditSample,
  RISK_FLAGS,
  type SampledCase,
  type SampleQuery,
} from '../../../domain/schemas/audit-statistics.js';
import type { Coded } from '../../../domain/schemas/common.js';
import { OUTCOME_NAMES } from '../../../domain/texts/endings.js';
import { Prisma, type Tx } from '../../../prisma/client.js';
import { areaName } from '../../../prisma/areas.js';
import { readHead } from '../../../proof/tree-head.js';
import type { OfficialWho } from '../../who.js';
import { Refused } from '../../problem.js';
import { auditCases } from '../audit-cases.js';
import { coded } from '../coded.js';
import { programmeNames } from '../programme-names.js';
import { type Flag, flagsIn } from './flags.js';
import { casesIn } from './scope.js';

interface Drawn {
  readonly caseNo: string;
  readonly draw: string;
  readonly stratum: string | null;
}

/** 抽样: cases that nobody can choose, as the seed was published. @throws Refused OUT_OF_AREA, NO_HEAD_YET without a seed */
export async function auditSample(tx: Tx, who: OfficialWho, query: SampleQuery): Promise<AuditSample> {
  const cases = casesIn(who, query);
  const { seed, head } = await seedOf(tx, query.seed);
  const [{ from }] = await tx.$queryRaw<[{ from: number }]>`SELECT count(*)::int AS "from" FROM (${cases}) c`;
  const flags = await flagsIn(tx, cases, query.method === 'risk' && query.flag ? [query.flag] : RISK_FLAGS);
  const drawn = await DRAWN[query.method](tx, cases, { ...query, seed, from, flags });
  const shown = await auditCases(
    tx,
    drawn.map(({ caseNo }) => caseNo),
  );
  const named = await stratumNames(tx, query.by, drawn);
  const items = drawn.map(({ caseNo, draw, stratum }): SampledCase => ({
    ...shown(caseNo),
    ...{ draw, stratum: stratum === null ? null : named(stratum), flags: [...(flags.get(caseNo) ?? [])] },
  }));
  return { seed, head, from, items };
}

async function seedOf(tx: Tx, given: string | undefined): Promise<Pick<AuditSample, 'seed' | 'head'>> {
  if (given !== undefined) return { seed: given, head: null };
  const row = await tx.treeHead.findFirst({ orderBy: { size: 'desc' } });
  if (!row) throw new Refused('NO_HEAD_YET');
  const { size, at } = readHead(row.note)!;
  return { seed: row.root, head: { size, at: new Date(at).toISOString() } };
}

interface Drawing extends SampleQuery {
  readonly seed: string;
  readonly from: number;
  readonly flags: ReadonlyMap<string, readonly Flag[]>;
}
type Draw = (tx: Tx, cases: Prisma.Sql, drawing: Drawing) => Promise<Drawn[]>;

const DRAW = (seed: string): Prisma.Sql =>
  Prisma.sql`encode(sha256(convert_to(${`${seed}/`} || "caseNo", 'UTF8')), 'hex')`;

const STRATUM = {
  programme: Prisma.sql`"programmeCode"`,
  township: Prisma.sql`left("areaCode", 9)`,
  outcome: Prisma.sql`coalesce("outcome"->>'kind', 'running')`,
} as const satisfies Record<SampleQuery['by'], Prisma.Sql>;

const DRAWN: Readonly<Record<SampleQuery['method'], Draw>> = {
  random: async (tx, cases, { seed, size }) =>
    await tx.$queryRaw<Drawn[]>`
      SELECT "caseNo", ${DRAW(seed)} AS "draw", NULL AS "stratum" FROM (${cases}) c ORDER BY 2 LIMIT ${size}`,
  /** Of each stratum its share, rounded up: the smallest has one at least. */
  stratified: async (tx, cases, { seed, size, by, from }) =>
    await tx.$queryRaw<Drawn[]>`
      SELECT "caseNo", "draw", "stratum" FROM (
        SELECT d.*, row_number() OVER (PARTITION BY "stratum" ORDER BY "draw") AS "place",
          count(*) OVER (PARTITION BY "stratum") AS "of"
        FROM (SELECT "caseNo", ${DRAW(seed)} AS "draw", ${STRATUM[by]} AS "stratum" FROM (${cases}) c) d
      ) s WHERE "place" <= ceil(${size}::numeric * "of" / greatest(${from}::int, 1)) ORDER BY "stratum", "draw"`,
  /** Those with the most flags first. */
  risk: async (tx, _cases, { seed, size, flags }) => {
    const rows = await tx.$queryRaw<Drawn[]>`
      SELECT "caseNo", ${DRAW(seed)} AS "draw", NULL AS "stratum" FROM "Case"
      WHERE "caseNo" IN (SELECT jsonb_array_elements_text(${JSON.stringify([...flags.keys()])}::jsonb)) ORDER BY 2`;
    const many = ({ caseNo }: Drawn): number => flags.get(caseNo)!.length;
    return rows.toSorted((one, other) => many(other) - many(one)).slice(0, size);
  },
};

async function stratumNames(tx: Tx, by: SampleQuery['by'], drawn: readonly Drawn[]): Promise<(code: string) => Coded> {
  const strata = [...new Set(drawn.flatMap(({ stratum }) => stratum ?? []))];
  if (by === 'programme') return await programmeNames(tx, strata);
  if (by === 'outcome') return (code) => coded({ ...OUTCOME_NAMES, running: { zh: '在办', en: 'Running' } }, code);
  const names = new Map(await Promise.all(strata.map(async (code) => [code, await areaName(tx, code)] as const)));
  return (code) => ({ code, zh: names.get(code) ?? code, en: names.get(code) ?? code });
}
