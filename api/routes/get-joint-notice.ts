import type { Handler } from '../handler.js';
import { found, Refused } from '../problem.js';
import { boardRecord } from '../queries/board-record.js';
import { jointNotice } from '../queries/joint-notices.js';
import { withinArea } from '../queries/visible.js';

export const getJointNotice: Handler<'getJointNotice'> = async ({ who, params: { no } }, { db, keyring }) => {
  const row = found(await db.publication.findUnique({ where: { no } }));
  if (row.bundleNo === null) throw new Refused('NOT_FOUND');
  withinArea(who, row.areaCode);
  const [posting, takingDown] = await Promise.all([
    boardRecord(db, keyring, row, row.posting),
    boardRecord(db, keyring, row, row.takingDown),
  ]);
  return { status: 200, body: { ...(await jointNotice(db, row)), posting, takingDown } };
};
