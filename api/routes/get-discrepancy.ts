import type { Handler } from '../handler.js';
import { discrepancyViews, visibleDiscrepancy } from '../queries/discrepancies.js';

export const getDiscrepancy: Handler<'getDiscrepancy'> = async ({ who, params }, { db }) => {
  const row = await visibleDiscrepancy(db, who, params.id);
  return { status: 200, body: (await discrepancyViews(db, [row]))(row) };
};
