import { isBottleneck } from '../../domain/rules/bottleneck.js';
import type { TaskStage } from '../../domain/rules/matters.js';
import type { Workload } from '../../domain/schemas/desk.js';
import { TASK_STAGE_NAMES } from '../../domain/texts/matters.js';
import type { Tx } from '../../prisma/client.js';
import { coded } from './coded.js';
import { matterLoad, plus, type WaitingMatter } from './matter-load.js';
import { officialsBy } from './officials.js';

interface StageRow {
  readonly stage: TaskStage;
  readonly open: number;
  readonly overdue: number;
  readonly unclaimed: number;
  readonly done: number;
  readonly meanHours: number | null;
  readonly limitHours: number | null;
}

interface PersonRow {
  readonly id: string;
  readonly open: number;
  readonly overdue: number;
  readonly done: number;
}

const NONE_AT = { open: 0, overdue: 0, unclaimed: 0, done: 0, meanHours: null, limitHours: null };
const NONE_OF = { open: 0, overdue: 0, done: 0 };

/**
 * Where the officials' tasks of an area are, what waits beside the steps of cases among them, and how long those steps
 * took that were done in the last 90 days.
 */
export async function workload(tx: Tx, areaCode: string): Promise<Workload> {
  const area = `${areaCode}%`;
  const stages = await tx.$queryRaw<StageRow[]>`
    SELECT "stage"::text AS "stage",
      count(*) FILTER (WHERE "closedAt" IS NULL)::int AS "open",
      count(*) FILTER (WHERE "closedAt" IS NULL AND "dueAt" < now())::int AS "overdue",
      count(*) FILTER (WHERE "closedAt" IS NULL AND "claimedById" IS NULL)::int AS "unclaimed",
      count("closedAt")::int AS "done",
      (avg(extract(epoch FROM "closedAt" - "openedAt")) / 3600)::float8 AS "meanHours",
      (avg(extract(epoch FROM "dueAt" - "openedAt")) FILTER (WHERE "closedAt" IS NOT NULL) / 3600)::float8 AS "limitHours"
    FROM "Task"
    WHERE "areaCode" LIKE ${area} AND "role" NOT IN ('household', 'helper')
      AND ("closedAt" IS NULL OR "closedAt" > now() - interval '90 days')
    GROUP BY "stage" ORDER BY "stage"`;
  const people = await tx.$queryRaw<PersonRow[]>`
    SELECT coalesce("closedById", "claimedById") AS "id",
      count(*) FILTER (WHERE "closedAt" IS NULL)::int AS "open",
      count(*) FILTER (WHERE "closedAt" IS NULL AND "dueAt" < now())::int AS "overdue",
      count("closedAt")::int AS "done"
    FROM "Task"
    WHERE "areaCode" LIKE ${area} AND "role" NOT IN ('household', 'helper')
      AND ("closedAt" IS NULL OR "closedAt" > now() - interval '90 days')
      AND coalesce("closedById", "claimedById") IS NOT NULL
    GROUP BY 1 ORDER BY "open" DESC, 1`;
  const matters = await matterLoad(tx, areaCode);
  const ofPeople = withPeople(people, matters);
  const person = await officialsBy(
    tx,
    ofPeople.map(({ id }) => id),
  );
  return {
    stages: withStages(stages, matters).map(({ stage, ...row }) => ({
      stage: coded(TASK_STAGE_NAMES, stage),
      ...row,
      bottleneck: isBottleneck(row),
    })),
    people: ofPeople.map((row) => ({ ...row, name: person(row.id).name, office: person(row.id).office ?? '' })),
  };
}

function withStages(rows: readonly StageRow[], matters: readonly WaitingMatter[]): StageRow[] {
  const others = matters.map(({ stage }) => stage).filter((stage) => rows.every((row) => row.stage !== stage));
  return [...rows, ...[...new Set(others)].map((stage) => ({ stage, ...NONE_AT }))].map((row) => {
    const waiting = matters.filter(({ stage }) => stage === row.stage);
    const free = waiting.filter(({ claimedById }) => claimedById === undefined);
    return { ...plus(row, waiting), unclaimed: row.unclaimed + free.length };
  });
}

function withPeople(rows: readonly PersonRow[], matters: readonly WaitingMatter[]): PersonRow[] {
  const others = matters.flatMap(({ claimedById: id }) => (id && rows.every((row) => row.id !== id) ? [id] : []));
  return [...rows, ...[...new Set(others)].map((id) => ({ id, ...NONE_OF }))]
    .map((row) => {
      const waiting = matters.filter(({ claimedById }) => claimedById === row.id);
      return plus(row, waiting);
    })
    .toSorted((one, other) => other.open - one.open);
}
