import { beginningOf } from '../../prisma/case-beginnings.js';
import type { CaseModel } from '../../prisma/generated/models.js';
import { openRestore } from '../../prisma/restore.js';
import type { Deps } from '../deps.js';

/**
 * Has a case begun that is a row already. While the engine is away, or a restore not signed for, a sweep starts it
 * later.
 */
export async function startSoon({ db, engine }: Pick<Deps, 'db' | 'engine'>, row: CaseModel) {
  const { caseNo } = row;
  const waits = (await openRestore(db)) !== undefined;
  if (waits || !(await engine.tell(async (cases) => cases.start(await beginningOf(db, row))))) return;
  await db.case.updateMany({ where: { caseNo, startedAt: null }, data: { startedAt: new Date() } });
}
