import type { Handler } from '../handler.js';
import { asOfOneMoment } from '../queries/money-scope.js';
import { reconciliationDetail, visibleReconciliation } from '../queries/reconciliations.js';

export const getReconciliation: Handler<'getReconciliation'> = async ({ who, params, query }, { db }) => ({
  status: 200,
  body: await asOfOneMoment(db, async (tx) =>
    reconciliationDetail(tx, await visibleReconciliation(tx, who, params), query),
  ),
});
