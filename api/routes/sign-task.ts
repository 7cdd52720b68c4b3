import { isOnePost } from '../../domain/rules/substitution.js';
import { Prisma } from '../../prisma/client.js';
import { actInCase } from '../acting/act-in-case.js';
import { mustBeOpenFor, taskFor } from '../acting/open-task.js';
import { digestOf, proposalOn } from '../acting/proposal.js';
import type { Handler } from '../handler.js';
import { Refused } from '../problem.js';
import { movedOn, stageOf } from '../queries/moved.js';
import { actorAt } from '../who.js';

export const signTask: Handler<'signTask'> = async ({ who, params: { id }, body, actId, takenOver }, deps) => {
  const { db } = deps;
  const task = await taskFor(db, who, id);
  const { caseNo, strand, stage, proposedById } = task;
  if (!takenOver) await mustBeOpenFor(db, who, task);
  const proposal = proposalOn(task);
  if (proposedById === who.id) throw new Refused('ALREADY_SIGNED');
  if (!proposal || digestOf(proposal) !== body.digest) {
    throw task.closedAt === null ? new Refused('PROPOSAL_CHANGED') : await movedOn(db, task);
  }
  const cosigner = actorAt(who, stage, task.areaCode);
  // Whoever stands in for the first official, or had him stand in, is no second one.
  if (isOnePost(proposal.by, cosigner)) throw new Refused('ALREADY_SIGNED');
  if (body.agrees) {
    const act = { ...proposal, cosigner };
    return await actInCase(deps, { caseNo, strand, actId, act });
  }
  await db.task.updateMany({ where: { id, proposedById }, data: { proposal: Prisma.DbNull, proposedById: null } });
  const at = new Date().toISOString();
  return { status: 200, body: { caseNo, recorded: true, stage: await stageOf(db, caseNo, strand), at } };
};
