import { signDay } from '../acting/sign-reconciliation.js';
import type { Handler } from '../handler.js';
import { reconciliationViews } from '../queries/reconciliations.js';

export const signReconciliation: Handler<'signReconciliation'> = async ({ who, params, body }, { db }) => {
  const row = await signDay(db, who, params, body.digest);
  return { status: 200, body: (await reconciliationViews(db, [row]))(row) };
};
