import { needsTwoSignatures } from '../../domain/rules/signatures.js';
import type { Stage } from '../../domain/rules/stages.js';
import { STAGE_NAMES } from '../../domain/texts/stages.js';
import { actInCase } from '../acting/act-in-case.js';
import { actOf } from '../acting/decision-act.js';
import { mustBeEntitled } from '../acting/entitled.js';
import { mustBeOpenFor, taskFor } from '../acting/open-task.js';
import { isApproval, mustBePayable, mustHavePayee } from '../acting/payable.js';
import { mustBeFree } from '../acting/plot-free.js';
import { mustHaveSuccessor } from '../acting/successor.js';
import { mustAnswer } from '../acting/review-answers.js';
import { mustBeUnproposed, propose } from '../acting/proposal.js';
import type { Handler } from '../handler.js';
import { invalid } from '../problem.js';
import { orderToSign } from '../queries/order-to-sign.js';

export const decideTask: Handler<'decideTask'> = async ({ who, params: { id }, body, actId, takenOver }, deps) => {
  const { db } = deps;
  const task = await taskFor(db, who, id);
  const { caseNo, strand, stage } = task;
  // Begun before and not finished: it may be this very decision that closed the task. The case knows.
  if (!takenOver) await mustBeOpenFor(db, who, task);
  if (body.stage !== stage) throw invalid([otherStage(stage)]);
  const row = await db.case.findUniqueOrThrow({ where: { caseNo } });
  const needsTwo = needsTwoSignatures(stage, body.verdict, await orderToSign(db, task, row));
  await mustBeUnproposed(db, who, task);
  if (body.verdict === 'prepare' && !takenOver) await mustBePayable(db, caseNo);
  if (isApproval(stage, body.verdict) && !takenOver) await mustHavePayee(db, caseNo);
  if (body.stage === 'agreementOffer' && body.settlement && !takenOver) await mustBeFree(db, row, body.settlement);
  if (body.stage === 'householdChange' && body.verdict === 'continue') await mustHaveSuccessor(db, row, task.subject);
  if (body.stage === 'performanceReview') await mustAnswer(db, row, body);
  const act = await actOf(deps, who, { task, row, actId }, body);
  if (!needsTwo) return await actInCase(deps, { caseNo, strand, actId, act });

  await mustBeEntitled(db, row, strand, act);
  const digest = await propose(db, who, id, act);
  return { status: 201, body: { caseNo, awaitsSecondSignature: true, digest }, location: `/api/tasks/${id}` };
};

/** Whoever looks at a stale screen has a task that is done; this one is not, and is about something else. */
const otherStage = (stage: Stage) => ({
  field: 'stage',
  zh: `此任务的环节是“${STAGE_NAMES[stage].zh}”，应填 ${stage}`,
  en: `The task is at “${STAGE_NAMES[stage].en}”: give ${stage}`,
});
