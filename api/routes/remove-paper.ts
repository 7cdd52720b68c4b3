import type { Handler } from '../handler.js';
import { Refused } from '../problem.js';
import { lockDraft } from '../queries/lock-draft.js';
import { visibleApplication } from '../queries/visible.js';

/** Its bytes stay in the store: another application may hold the same. */
export const removePaper: Handler<'removePaper'> = async ({ who, params: { id, paperId } }, { db }) => {
  await visibleApplication(db, who, id);
  await db.$transaction(async (tx) => {
    const { caseNo } = await lockDraft(tx, id);
    if (caseNo !== null) throw new Refused('ALREADY_SUBMITTED');
    const { count } = await tx.paper.deleteMany({ where: { id: paperId, applicationId: id } });
    if (count === 0) throw new Refused('NOT_FOUND');
  });
  return { status: 204, body: undefined };
};
