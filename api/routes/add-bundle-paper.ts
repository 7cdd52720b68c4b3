import { BUNDLE_PAPERS } from '../../domain/texts/bundles.js';
import { uuidFor } from '../../platform/digest.js';
import type { Handler } from '../handler.js';
import { store } from '../papers/store.js';
import { invalid } from '../problem.js';
import { bundlePaperView } from '../queries/bundle-detail.js';
import { visibleBundle } from '../queries/bundles.js';
import { actorKey } from '../who.js';

const NO_FILE = { field: 'file', zh: '请选择要上传的文件', en: 'Choose a file' };
const NO_SUCH_KIND = {
  field: 'kind',
  zh: '没有此种材料，请从列表中选择',
  en: 'There is no such paper: choose from the list',
};

export const addBundlePaper: Handler<'addBundlePaper'> = async ({ who, params, body: { kind }, file, actId }, deps) => {
  const { db, settings } = deps;
  const { no: bundleNo } = await visibleBundle(db, who, params.no);
  if (!Object.hasOwn(BUNDLE_PAPERS, kind)) throw invalid([NO_SUCH_KIND]);
  if (!file) throw invalid([NO_FILE]);
  const id = uuidFor(actId, 'paper');
  const row = { id, bundleNo, kind, ...(await store(settings.home, file)), uploadedBy: actorKey(who) };
  await db.bundlePaper.createMany({ data: row, skipDuplicates: true });
  const paper = await db.bundlePaper.findUniqueOrThrow({ where: { id } });
  return { status: 201, body: bundlePaperView(paper), location: `/api/bundle-papers/${id}` };
};
