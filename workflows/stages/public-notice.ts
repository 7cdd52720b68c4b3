import { sleep } from '@temporalio/workflow';
import type { NoticeClosing } from '../../activities/contract.js';
import type { Act } from '../../domain/schemas/act.js';
import type { Refusal } from '../../domain/schemas/outcome.js';
import type { ProjectCase } from '../project-case.js';
import { closeNotice } from '../world.js';
import { type ReviewableStage, withInternalReview } from './internal-review.js';
import { hearObjections } from './objection-hearing.js';
import { projectApproval, reserved } from './project-approval.js';
import { refusalBy } from './refusal.js';

/**
 * 六(四) 公告公示: published online and on the village board for its full term; amended, it is published again.
 * `approval`: who decides where more is needed than was set aside.
 */
export async function publicNotice(
  file: ProjectCase,
  approval: ReviewableStage = projectApproval,
): Promise<Refusal | undefined> {
  for (let round = 1; ; round++) {
    const publicationNo = `${file.dossier.caseNo}-N${round}`;
    file.note({ kind: 'published', publicationNo });
    const posted = await file.actAt('noticePosting');
    if (posted.verdict !== 'posted') return refusalBy(posted);

    const end = await runNotice(file, publicationNo);
    if (end !== 'amended') return end;
    const refusal = (await reserved(file)) ? undefined : await withInternalReview(file, approval);
    if (refusal) return refusal;
  }
}

/** Runs until the posting is taken down after the full term and no objection is open. */
async function runNotice(file: ProjectCase, publicationNo: string): Promise<Refusal | 'amended' | undefined> {
  let takenDown = false;
  for (;;) {
    const objected = file.hasObjection;
    const hearing = await hearObjections(file);
    if (hearing) return hearing;
    if (!takenDown) {
      const act = await untilTakenDown(file);
      if (act?.verdict === 'close') return refusalBy(act);
      takenDown = act !== undefined;
    } else {
      // The records are asked what is unsettled: what was heard has to stand in them.
      if (objected) await file.recorded();
      if (await closed(file, publicationNo)) return undefined;
    }
  }
}

const untilTakenDown = (file: ProjectCase): Promise<Act | undefined> =>
  file.actOr('publicNotice', () => file.hasObjection, {
    term: file.dossier.terms.publicNotice,
    guard: () => (Date.now() < (file.dueAt ?? Infinity) ? 'NOTICE_RUNNING' : undefined),
  });

/** Closes by the database's clock; what was received within the term and never told to us is heard first. */
async function closed(file: ProjectCase, publicationNo: string): Promise<boolean> {
  const closing = recalledClosing(file) ?? (await closeNotice(file.dossier.caseNo, publicationNo));
  switch (closing.kind) {
    case 'closed':
      file.note({ kind: 'noticeClosed', publicationNo });
      file.note({ kind: 'committed', decisionNo: closing.decisionNo, amountFen: file.amountFen });
      return true;
    case 'objections':
      for (const objectionId of closing.objectionIds) file.objected(objectionId);
      return false;
    case 'running':
      await file.during(sleep(Math.max(1000, closing.leftMs)));
      return false;
  }
}

/** The decision is recorded together with the closing of its notice. */
function recalledClosing(file: ProjectCase): NoticeClosing | undefined {
  const committed = file.recalled('noticeClosed') && file.ahead('committed');
  return committed && { kind: 'closed', decisionNo: committed.decisionNo };
}
