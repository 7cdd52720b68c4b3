import type { Handler } from '../handler.js';
import { dividendPage } from '../queries/dividends.js';

export const listDividends: Handler<'listDividends'> = async ({ who, query }, { db }) => {
  return { status: 200, body: await dividendPage(db, who, query) };
};
