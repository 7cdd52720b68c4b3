import type { Handler } from '../handler.js';
import { reconciliationPage } from '../queries/reconciliations.js';

export const listReconciliations: Handler<'listReconciliations'> = async ({ who, query }, { db }) => ({
  status: 200,
  body: await reconciliationPage(db, who, query),
});
