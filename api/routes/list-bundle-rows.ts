import type { Handler } from '../handler.js';
import { bundleRowPage } from '../queries/bundle-rows.js';
import { bundleProgramme } from '../queries/bundle-programme.js';
import { type BundleWho, visibleBundle } from '../queries/bundles.js';

export const listBundleRows: Handler<'listBundleRows'> = async ({ who, params, query }, { db, keyring }) => {
  const bundle = await visibleBundle(db, who as BundleWho, params.no);
  const programme = await bundleProgramme(db, bundle);
  return { status: 200, body: await bundleRowPage(db, keyring, programme, bundle.no, query) };
};
