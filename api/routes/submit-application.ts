import { startSoon } from '../acting/start-case.js';
import { submitDraft } from '../acting/submit-draft.js';
import type { Handler } from '../handler.js';
import { receiptOf } from '../queries/receipt.js';
import { visibleApplication } from '../queries/visible.js';

export const submitApplication: Handler<'submitApplication'> = async ({ who, params, takenOver }, deps) => {
  const { db } = deps;
  const draft = await visibleApplication(db, who, params.id);
  const row = await submitDraft(db, draft.id, takenOver);
  // Acknowledged from here on.
  await startSoon(deps, row);
  return { status: 201, body: await receiptOf(db, row), location: `/api/cases/${row.caseNo}` };
};
