import type { Application } from '../../domain/schemas/application.js';
import type { CaseModel } from '../../prisma/generated/models.js';
import { openRestore } from '../../prisma/restore.js';
import type { Deps } from '../deps.js';

/**
 * Has a case begun that is a row already. While the engine is away, or a restore not signed for, a sweep starts it
 * later.
 */
export async function startSoon({ db, engine }: Pick<Deps, 'db' | 'engine'>, { caseNo, input }: CaseModel) {
  const waits = (await openRestore(db)) !== undefined;
  if (waits || !(await engine.tell((cases) => cases.start(input as unknown as Application)))) return;
  await db.case.updateMany({ where: { caseNo, startedAt: null }, data: { startedAt: new Date() } });
}
