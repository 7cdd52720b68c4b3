import type { Handler } from '../handler.js';
import { bundlePage, type BundleWho } from '../queries/bundles.js';

export const listBundles: Handler<'listBundles'> = async ({ who, query }, { db }) => ({
  status: 200,
  body: await bundlePage(db, who as BundleWho, query),
});
