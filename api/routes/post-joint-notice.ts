import { actOnBoard } from '../acting/act-on-board.js';
import type { Handler } from '../handler.js';
import { jointNotice } from '../queries/joint-notices.js';

export const postJointNotice: Handler<'postJointNotice'> = async (
  { who, params: { no }, body: said, takenOver },
  deps,
) => {
  await actOnBoard(deps, who, { no, stage: 'noticePosting', said, takenOver });
  return {
    status: 200,
    body: await jointNotice(deps.db, await deps.db.publication.findUniqueOrThrow({ where: { no } })),
  };
};
