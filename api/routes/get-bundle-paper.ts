import type { Handler } from '../handler.js';
import { pathOf } from '../papers/store.js';
import { found } from '../problem.js';
import { type BundleWho, visibleBundle } from '../queries/bundles.js';

export const getBundlePaper: Handler<'getBundlePaper'> = async ({ who, params }, { db, settings }) => {
  const paper = found(await db.bundlePaper.findUnique({ where: { id: params.id } }));
  await visibleBundle(db, who as BundleWho, paper.bundleNo);
  const file = { path: pathOf(settings.home, paper.sha256), contentType: paper.contentType };
  return { status: 200, body: 'bytes', file };
};
