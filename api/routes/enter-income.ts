import { enterIncome as enter } from '../acting/dividends.js';
import type { Handler } from '../handler.js';
import { assetView, visibleAsset } from '../queries/dividends.js';

export const enterIncome: Handler<'enterIncome'> = async ({ who, params: { id }, body }, { db }) => {
  await enter(db, who, id, body);
  return { status: 201, body: await assetView(db, await visibleAsset(db, who, id)) };
};
