import canonicalize from 'canonicalize';
import { Proposal } from '../../domain/schemas/decision.js';
import type { Tx } from '../../prisma/client.js';
import type { TaskModel } from '../../prisma/generated/models.js';
import { sha256 } from '../act-id.js';
import { Refused } from '../problem.js';
import type { OfficialWho } from '../who.js';

/** What the second official signs: one signs what one has seen. */
export const digestOf = (proposal: Proposal): string => sha256(canonicalize(proposal) ?? '');

/** The first signature on a task, if there is one. */
export const proposalOn = ({ proposal }: TaskModel): Proposal | undefined =>
  proposal === null ? undefined : Proposal.parse(proposal);

/**
 * Keeps a first signature on its task; the same official may change his own.
 * @throws Refused TASK_TAKEN where somebody else has proposed, or the task was done meanwhile
 */
export async function propose(tx: Tx, who: OfficialWho, taskId: string, proposal: Proposal): Promise<string> {
  const { count } = await tx.task.updateMany({
    where: { id: taskId, closedAt: null, OR: [{ proposedById: null }, { proposedById: who.id }] },
    data: { proposal: { ...proposal } as object, proposedById: who.id, claimedById: null, claimedAt: null },
  });
  if (count === 0) throw new Refused('TASK_TAKEN');
  return digestOf(proposal);
}
