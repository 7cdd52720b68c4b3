import type { Handler } from '../handler.js';
import { partPage, visibleDividend } from '../queries/dividends.js';

export const listDividendParts: Handler<'listDividendParts'> = async ({ who, params: { no }, query }, { db }) => {
  await visibleDividend(db, who, no);
  return { status: 200, body: await partPage(db, no, query) };
};
