import { isRelief } from '../../domain/rules/case-workflows.js';
import { stagesAhead, type WayFacts, WAY_OF_RETURNED, wayOf } from '../../domain/rules/case-way.js';
import type { Stage } from '../../domain/rules/stages.js';
import { type Application, MAIN_LINES } from '../../domain/schemas/application.js';
import type { CaseView } from '../../domain/schemas/case-view.js';
import { Transition } from '../../domain/schemas/transition.js';
import type { Tx } from '../../prisma/client.js';
import type { CaseModel } from '../../prisma/generated/models.js';
import { policyVersion } from '../../prisma/rules-in-force.js';
import { guideStep } from './guide-step.js';

/** What is still to come of a running case where nothing unusual happens, with the days of the policy it runs under. */
export async function aheadOf(tx: Tx, row: CaseModel): Promise<CaseView['ahead']> {
  if (!row.running) return [];
  const policy = await policyVersion(tx, row.policyDigest);
  const way = row.reopenedAt === null ? wayOf(factsOf(row)) : WAY_OF_RETURNED;
  const ahead = stagesAhead(way, row.stage, await enteredIn(tx, row.caseNo));
  return ahead.map((stage) => guideStep(stage, policy, isRelief(row.input)));
}

function factsOf({ input, rentMonths, amountFen }: CaseModel): WayFacts {
  const { workflow = 'directProject', paidAfterAcceptance, housing } = input as unknown as Application;
  const otherHousing = rentMonths !== null ? 'rented' : amountFen === 0n ? 'free' : undefined;
  return { workflow, paidAfterAcceptance, housing, otherHousing };
}

async function enteredIn(tx: Tx, caseNo: string): Promise<Stage[]> {
  const events = await tx.caseEvent.findMany({
    where: { caseNo, kind: 'entered', strand: { in: [...MAIN_LINES] } },
    orderBy: [{ at: 'asc' }, { seq: 'asc' }],
  });
  return events.flatMap(({ seq, kind, at, body }) => {
    const step = Transition.parse({ seq, kind, at: at.getTime(), ...(body as object) });
    return step.kind === 'entered' ? [step.stage] : [];
  });
}
