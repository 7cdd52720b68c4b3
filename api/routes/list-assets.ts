import type { Handler } from '../handler.js';
import { assetPage } from '../queries/dividends.js';

export const listAssets: Handler<'listAssets'> = async ({ who, query }, { db }) => {
  return { status: 200, body: await assetPage(db, who, query) };
};
