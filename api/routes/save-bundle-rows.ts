import { listHouseholds } from '../acting/list-households.js';
import type { Handler } from '../handler.js';
import { bundleProgramme } from '../queries/bundle-programme.js';
import { ownBundle } from '../queries/bundles.js';

/** Lines are counted as they were sent, from 1. */
export const saveBundleRows: Handler<'saveBundleRows'> = async ({ who, params, body }, deps) => {
  const bundle = await ownBundle(deps.db, who, params.no);
  const rows = body.rows.map((row, index) => ({ ...row, line: index + 1 }));
  const rejections = await listHouseholds(deps, bundle, await bundleProgramme(deps.db, bundle), rows);
  const saved = rows.length - rejections.length;
  return { status: 200, body: { saved, rejected: rejections.length, rejections } };
};
