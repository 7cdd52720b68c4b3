import { makeDividend as make } from '../acting/dividends.js';
import type { Handler } from '../handler.js';
import { dividendView, visibleDividend } from '../queries/dividends.js';

export const makeDividend: Handler<'makeDividend'> = async ({ who, actId, body }, { db }) => {
  const no = await make(db, who, actId, body);
  return { status: 201, body: await dividendView(db, await visibleDividend(db, who, no)) };
};
