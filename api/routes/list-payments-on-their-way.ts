import type { Handler } from '../handler.js';
import { onTheirWayPage } from '../queries/year-ends.js';

export const listPaymentsOnTheirWay: Handler<'listPaymentsOnTheirWay'> = async ({ who, params, query }, { db }) => ({
  status: 200,
  body: await onTheirWayPage(db, who, params.fundId, query),
});
