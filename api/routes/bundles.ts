import { addBundlePaper } from './add-bundle-paper.js';
import { createBundle } from './create-bundle.js';
import { decideBundle } from './decide-bundle.js';
import { getBundle } from './get-bundle.js';
import { getBundlePaper } from './get-bundle-paper.js';
import { getJointNotice } from './get-joint-notice.js';
import { listBundleRows } from './list-bundle-rows.js';
import { listBundles } from './list-bundles.js';
import { listJointNotices } from './list-joint-notices.js';
import { postJointNotice } from './post-joint-notice.js';
import { removeBundleRow } from './remove-bundle-row.js';
import { saveBundleRows } from './save-bundle-rows.js';
import { submitBundle } from './submit-bundle.js';
import { takeDownJointNotice } from './take-down-joint-notice.js';
import { uploadBundleTable } from './upload-bundle-table.js';

/** The handlers of bundled and tiered applications. */
export const bundleHandlers = {
  createBundle,
  listBundles,
  getBundle,
  listBundleRows,
  saveBundleRows,
  removeBundleRow,
  uploadBundleTable,
  addBundlePaper,
  getBundlePaper,
  submitBundle,
  decideBundle,
  listJointNotices,
  getJointNotice,
  postJointNotice,
  takeDownJointNotice,
};
