import { packOf } from '../evidence/pack-of.js';
import { sourcesOf } from '../evidence/reading.js';
import type { Handler } from '../handler.js';
import { Refused } from '../problem.js';
import { visibleCase } from '../queries/visible.js';

export const exportEvidence: Handler<'exportEvidence'> = async ({ who, params }, deps) => {
  const { db, keyring } = deps;
  const { caseNo } = await visibleCase(db, who, params.caseNo);
  if ((await db.treeHead.count()) === 0) throw new Refused('NO_HEAD_YET');
  const bytes = await packOf({ ...(await sourcesOf(deps)), keyring }, caseNo);
  return { status: 200, body: 'bytes', file: { bytes, name: `${caseNo}.tar.gz`, contentType: 'application/gzip' } };
};
