import { enterAsset } from '../acting/dividends.js';
import type { Handler } from '../handler.js';
import { assetView, visibleAsset } from '../queries/dividends.js';

export const createAsset: Handler<'createAsset'> = async ({ who, actId, body }, { db }) => {
  const id = await enterAsset(db, who, actId, body);
  return { status: 201, body: await assetView(db, await visibleAsset(db, who, id)) };
};
