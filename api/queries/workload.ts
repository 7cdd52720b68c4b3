import { isBottleneck } from '../../domain/rules/bottleneck.js';
import type { Stage } from '../../domain/rules/stages.js';
import type { Workload } from '../../domain/schemas/desk.js';
import { STAGE_NAMES } from '../../domain/texts/stages.js';
import type { Tx } from '../../prisma/client.js';
import { coded } from './coded.js';
import { officialsBy } from './officials.js';

interface StageRow {
  readonly stage: Stage;
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

/** Where the officials' tasks of an area are, and how long those took that were done in the last 90 days. */
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
  const person = await officialsBy(
    tx,
    people.map(({ id }) => id),
  );
  return {
    stages: stages.map(({ stage, ...row }) => ({
      stage: coded(STAGE_NAMES, stage),
      ...row,
      bottleneck: isBottleneck(row),
    })),
    people: people.map((row) => ({ ...row, name: person(row.id).name, office: person(row.id).office ?? '' })),
  };
}
