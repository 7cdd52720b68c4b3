import { stageRule } from '../../domain/rules/stages.js';
import { actInCase } from '../acting/act-in-case.js';
import { actOf } from '../acting/decision-act.js';
import { mustBeEntitled } from '../acting/entitled.js';
import { mustBeOpenFor, taskFor } from '../acting/open-task.js';
import { propose } from '../acting/proposal.js';
import type { Handler } from '../handler.js';
import { movedOn } from '../queries/moved.js';

export const decideTask: Handler<'decideTask'> = async ({ who, params: { id }, body, actId, takenOver }, deps) => {
  const { db } = deps;
  const task = await taskFor(db, who, id);
  const { caseNo, strand, stage } = task;
  if (body.stage !== stage) throw await movedOn(db, task);
  // Begun before and not finished: it may be this very decision that closed the task. The case knows.
  if (!takenOver) await mustBeOpenFor(db, who, task);
  const row = await db.case.findUniqueOrThrow({ where: { caseNo } });
  const act = await actOf(deps, who, { task, row, actId }, body);
  if (stageRule(stage).signatures !== 2) return await actInCase(deps, { caseNo, strand, actId, act });

  await mustBeEntitled(db, row, strand, act);
  const digest = await propose(db, who, id, act);
  return { status: 201, body: { caseNo, awaitsSecondSignature: true, digest }, location: `/api/tasks/${id}` };
};
