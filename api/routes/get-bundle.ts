import type { Handler } from '../handler.js';
import { bundleDetail } from '../queries/bundle-detail.js';
import type { BundleWho } from '../queries/bundles.js';

export const getBundle: Handler<'getBundle'> = async ({ who, params }, { db, keyring }) => ({
  status: 200,
  body: await bundleDetail(db, keyring, who as BundleWho, params.no),
});
