import type { Handler } from '../handler.js';
import { historyPage } from '../queries/history-events.js';
import { visibleCase } from '../queries/visible.js';

export const listHistory: Handler<'listHistory'> = async ({ who, params, query }, deps) => {
  const { caseNo } = await visibleCase(deps.db, who, params.caseNo);
  return { status: 200, body: await historyPage(deps, caseNo, query) };
};
