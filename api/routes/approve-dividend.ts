import { approveDividend as approve } from '../acting/dividends.js';
import type { Handler } from '../handler.js';
import { dividendView, visibleDividend } from '../queries/dividends.js';

export const approveDividend: Handler<'approveDividend'> = async ({ who, params: { no }, body }, { db }) => {
  await approve(db, who, no, body);
  return { status: 200, body: await dividendView(db, await visibleDividend(db, who, no)) };
};
