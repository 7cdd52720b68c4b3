import type { Handler } from '../handler.js';
import { dividendView, visibleDividend } from '../queries/dividends.js';

export const getDividend: Handler<'getDividend'> = async ({ who, params }, { db }) => {
  return { status: 200, body: await dividendView(db, await visibleDividend(db, who, params.no)) };
};
