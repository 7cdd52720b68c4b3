import type { Handler } from '../handler.js';
import { caseView } from '../queries/case-view.js';
import { visibleCase } from '../queries/visible.js';

export const getCase: Handler<'getCase'> = async ({ who, params }, { db, keyring }) => ({
  status: 200,
  body: await caseView(db, keyring, await visibleCase(db, who, params.caseNo)),
});
