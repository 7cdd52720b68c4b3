import { settleDiscrepancy as settle } from '../acting/settle-discrepancy.js';
import type { Handler } from '../handler.js';
import { discrepancyViews } from '../queries/discrepancies.js';

export const settleDiscrepancy: Handler<'settleDiscrepancy'> = async ({ who, params, body, takenOver }, { db }) => {
  const row = await settle(db, who, { ...params, ...body, takenOver });
  return { status: 200, body: (await discrepancyViews(db, [row]))(row) };
};
