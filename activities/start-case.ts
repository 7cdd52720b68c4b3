import type { RunningCases } from '../platform/running-cases.js';
import { beginningOf } from '../prisma/case-beginnings.js';
import type { Db } from '../prisma/client.js';
import type { CaseModel } from '../prisma/generated/models.js';

interface Starting {
  readonly db: Db;
  readonly cases: Pick<RunningCases, 'start'>;
}

/** Starts a case from its row, only if it has no event: histories don't live for ever. */
export async function startCase({ db, cases }: Starting, row: CaseModel): Promise<void> {
  const { caseNo } = row;
  const began = await db.caseEvent.count({ where: { caseNo, strand: 'case' } });
  if (began === 0) await cases.start(await beginningOf(db, row));
  await db.case.update({ where: { caseNo }, data: { startedAt: new Date() } });
}
