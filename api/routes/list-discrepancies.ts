import type { Handler } from '../handler.js';
import { discrepancyPage } from '../queries/discrepancies.js';

export const listDiscrepancies: Handler<'listDiscrepancies'> = async ({ who, query }, { db }) => ({
  status: 200,
  body: await discrepancyPage(db, who, query),
});
