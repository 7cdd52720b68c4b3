import { actOnBoard } from '../acting/act-on-board.js';
import type { Handler } from '../handler.js';
import { jointNotice } from '../queries/joint-notices.js';

export const takeDownJointNotice: Handler<'takeDownJointNotice'> = async (
  { who, params: { no }, body: said, takenOver },
  deps,
) => {
  await actOnBoard(deps, who, { no, stage: 'publicNotice', said, takenOver });
  return {
    status: 200,
    body: await jointNotice(deps.db, await deps.db.publication.findUniqueOrThrow({ where: { no } })),
  };
};
