import { sleep } from '@temporalio/workflow';
import type { NoticeClosing } from '../../activities/contract.js';
import { endsFromBeside } from '../../domain/rules/stages.js';
import type { Act } from '../../domain/schemas/act.js';
import type { Refusal } from '../../domain/schemas/outcome.js';
import type { ProjectCase } from '../project-case.js';
import { closeNotice } from '../world.js';
import { type ReviewableStage, withInternalReview } from './internal-review.js';
import { hearObjections } from './objection-hearing.js';
import { projectApproval, reserved } from './project-approval.js';
import { refusalBy } from './refusal.js';

/** What is proposed: what it needs, amended, before it is published again, and what it is once its notice is over. */
interface Proposal {
  /** Where others open its first publication: the number of that. */
  readonly opened?: (file: ProjectCase) => Promise<Refusal | string>;
  readonly renew: () => Promise<Refusal | undefined>;
  readonly settle: (decisionNo: string) => void;
}

/** 六(四) 公告公示 of a project. `approval`: who decides where more is needed than was set aside. */
export const publicNotice = (file: ProjectCase, approval: ReviewableStage = projectApproval) =>
  notice(file, ofProject(file, approval));

/** 集中公示: the same of a case that was applied for with others; it waits to be published with them. */
export const jointNotice = (file: ProjectCase) => notice(file, { ...ofProject(file, projectApproval), opened });

const ofProject = (file: ProjectCase, approval: ReviewableStage): Proposal => ({
  renew: async () => ((await reserved(file)) ? undefined : await withInternalReview(file, approval)),
  settle: (decisionNo) => void file.note({ kind: 'committed', decisionNo, amountFen: file.amountFen }),
});

/** The same of what is paid period after period: its money is set aside when a period is due. */
export const entitlementNotice = (file: ProjectCase) =>
  notice(file, {
    renew: () => Promise.resolve(undefined),
    settle: (decisionNo) => void file.note({ kind: 'granted', decisionNo, amountFen: file.amountFen }),
  });

/** Published online and on the village board for its full term; amended, it is published again. */
async function notice(file: ProjectCase, proposal: Proposal): Promise<Refusal | undefined> {
  for (let round = 1; ; round++) {
    const together = round === 1 ? proposal.opened : undefined;
    const publicationNo = together ? await together(file) : `${file.dossier.caseNo}-N${round}`;
    if (typeof publicationNo !== 'string') return publicationNo;
    file.note({ kind: 'published', publicationNo });
    const posted = await file.actAt('noticePosting');
    if (posted.verdict !== 'posted') return refusalBy(posted);

    const end = await runNotice(file, publicationNo, proposal);
    if (end !== 'amended') return end;
    const refusal = await proposal.renew();
    if (refusal) return refusal;
  }
}

async function opened(file: ProjectCase): Promise<Refusal | string> {
  const act = await file.actOr('noticeAwaited', () => file.publicationNo !== undefined);
  return act ? refusalBy(act) : file.publicationNo!;
}

/** Runs until the posting is taken down after the full term and no objection is open. */
async function runNotice(
  file: ProjectCase,
  publicationNo: string,
  proposal: Proposal,
): Promise<Refusal | 'amended' | undefined> {
  let takenDown = false;
  for (;;) {
    const objected = file.hasObjection;
    const hearing = await hearObjections(file);
    if (hearing) return hearing;
    if (!takenDown) {
      const act = await untilTakenDown(file);
      if (act && endsFromBeside(act.verdict)) return refusalBy(act);
      takenDown = act !== undefined;
    } else {
      // The records are asked what is unsettled: what was heard has to stand in them.
      if (objected) await file.recorded();
      if (await closed(file, publicationNo, proposal)) return undefined;
    }
  }
}

const untilTakenDown = (file: ProjectCase): Promise<Act | undefined> =>
  file.actOr('publicNotice', () => file.hasObjection, {
    term: file.dossier.terms.publicNotice,
    guard: () => (Date.now() < (file.dueAt ?? Infinity) ? 'NOTICE_RUNNING' : undefined),
  });

/** Closes by the database's clock; what was received within the term and never told to us is heard first. */
async function closed(file: ProjectCase, publicationNo: string, { settle }: Proposal): Promise<boolean> {
  const closing = recalledClosing(file) ?? (await closeNotice(file.dossier.caseNo, publicationNo));
  switch (closing.kind) {
    case 'closed':
      file.note({ kind: 'noticeClosed', publicationNo });
      settle(closing.decisionNo);
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
  const final = file.recalled('noticeClosed') && (file.ahead('committed') ?? file.ahead('granted'));
  return final && { kind: 'closed', decisionNo: final.decisionNo };
}
