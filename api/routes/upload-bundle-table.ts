import { readFile } from 'node:fs/promises';
import { listHouseholds } from '../acting/list-households.js';
import { readBundleTable } from '../acting/read-bundle-table.js';
import type { Handler } from '../handler.js';
import { invalid } from '../problem.js';
import { bundleProgramme } from '../queries/bundle-programme.js';
import { ownBundle } from '../queries/bundles.js';

const NO_FILE = {
  field: 'file',
  zh: '请选择农户表（CSV 或 Excel）',
  en: 'Choose the table of households (CSV or Excel)',
};
/** The whole list may be longer than an answer. */
const REJECTIONS_SHOWN = 100;

/** Good rows are kept, bad ones told by line; the same table again changes nothing. */
export const uploadBundleTable: Handler<'uploadBundleTable'> = async ({ who, params, file }, deps) => {
  const bundle = await ownBundle(deps.db, who, params.no);
  if (!file) throw invalid([NO_FILE]);
  const programme = await bundleProgramme(deps.db, bundle);
  const { rows, rejections: unread } = await readBundleTable(await readFile(file.path), programme);
  const unlisted = await listHouseholds(deps, bundle, programme, rows);
  const rejections = [...unread, ...unlisted].toSorted((one, other) => one.line - other.line);
  const counts = { saved: rows.length - unlisted.length, rejected: rejections.length };
  return { status: 201, body: { ...counts, rejections: rejections.slice(0, REJECTIONS_SHOWN) } };
};
