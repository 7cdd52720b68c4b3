import type { Application } from '../../domain/schemas/application.js';
import { submitDraft } from '../acting/submit-draft.js';
import type { Handler } from '../handler.js';
import { receiptOf } from '../queries/receipt.js';
import { visibleApplication } from '../queries/visible.js';
import { openRestore } from '../../prisma/restore.js';

export const submitApplication: Handler<'submitApplication'> = async ({ who, params, takenOver }, deps) => {
  const { db, engine } = deps;
  const draft = await visibleApplication(db, who, params.id);
  const row = await submitDraft(db, draft.id, takenOver);
  // Acknowledged from here on. While the engine is away, or a restore not signed for, a sweep starts it later.
  const waits = (await openRestore(db)) !== undefined;
  if (!waits && (await engine.tell((cases) => cases.start(row.input as unknown as Application)))) {
    await db.case.updateMany({ where: { caseNo: row.caseNo, startedAt: null }, data: { startedAt: new Date() } });
  }
  return { status: 201, body: await receiptOf(db, row), location: `/api/cases/${row.caseNo}` };
};
