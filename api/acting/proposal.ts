import canonicalize from 'canonicalize';
import { Proposal } from '../../domain/schemas/decision.js';
import type { Tx } from '../../prisma/client.js';
import type { TaskModel } from '../../prisma/generated/models.js';
import { sha256 } from '../../platform/digest.js';
import { Refused } from '../problem.js';
import { movedOn } from '../queries/moved.js';
import { personsOf } from '../queries/persons.js';
import type { OfficialWho } from '../who.js';

/** What the second official signs: one signs what one has seen. */
export const digestOf = (proposal: Proposal): string => sha256(canonicalize(proposal) ?? '');

/** The first signature on a task, if there is one. */
export const proposalOn = ({ proposal }: TaskModel): Proposal | undefined =>
  proposal === null ? undefined : Proposal.parse(proposal);

/**
 * Keeps a first signature on its task; the same official may change his own.
 * @throws Refused PROPOSAL_WAITS where somebody else has proposed, STAGE_MOVED where the task was done meanwhile
 */
export async function propose(tx: Tx, who: OfficialWho, taskId: string, proposal: Proposal): Promise<string> {
  const { count } = await tx.task.updateMany({
    where: { id: taskId, closedAt: null, OR: [{ proposedById: null }, { proposedById: who.id }] },
    data: { proposal: { ...proposal } as object, proposedById: who.id, claimedById: null, claimedAt: null },
  });
  if (count === 0) throw await proposedMeanwhile(tx, taskId);
  return digestOf(proposal);
}

async function proposedMeanwhile(tx: Tx, id: string): Promise<Refused> {
  const task = await tx.task.findUniqueOrThrow({ where: { id } });
  return task.closedAt === null ? await waiting(tx, task) : await movedOn(tx, task);
}

/** @throws Refused PROPOSAL_WAITS where somebody else has signed first */
export async function mustBeUnproposed(tx: Tx, who: OfficialWho, task: TaskModel): Promise<void> {
  if (task.proposedById !== null && task.proposedById !== who.id) throw await waiting(tx, task);
}

async function waiting(tx: Tx, task: TaskModel): Promise<Refused> {
  const proposal = proposalOn(task);
  const [proposedBy] = proposal ? (await personsOf(tx, [proposal]))(proposal) : [];
  return new Refused('PROPOSAL_WAITS', proposedBy && { proposedBy });
}
