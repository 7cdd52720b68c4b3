import type { Strand } from '../domain/schemas/application.js';
import type { RunningCases } from '../platform/running-cases.js';
import { beginningOf } from '../prisma/case-beginnings.js';
import type { Db } from '../prisma/client.js';
import type { CaseModel } from '../prisma/generated/models.js';

interface Starting {
  readonly db: Db;
  readonly cases: Pick<RunningCases, 'start'>;
}

/** Starts a case from its row, only if it has no event. */
export async function startCase(starting: Starting, row: CaseModel): Promise<void> {
  const { db, cases } = starting;
  const { caseNo } = row;
  if (!(await hasBegun(starting, caseNo, 'case'))) await cases.start(await beginningOf(db, row));
  await db.case.update({ where: { caseNo }, data: { startedAt: new Date() } });
}

/** Whether a strand has an event: then it was started, though the engine may know it no more. */
export const hasBegun = async ({ db }: Pick<Starting, 'db'>, caseNo: string, strand: Strand): Promise<boolean> =>
  (await db.caseEvent.count({ where: { caseNo, strand } })) > 0;
