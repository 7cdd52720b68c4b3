import type { Transition } from '../../domain/schemas/transition.js';
import type { Tx } from '../../prisma/client.js';
import { recordsOf, stepOf } from './compare.js';
import type { StrandOf } from './stories.js';

/**
 * A workflow that is begun anew may have forgotten what it was told and had not recorded: the sweeps tell it again. What
 * it knows already counts once.
 */
export async function untell(tx: Tx, strandOf: StrandOf): Promise<void> {
  const { caseNo, strand } = strandOf;
  const steps = (await recordsOf(tx, strandOf)).map(stepOf);
  await untellPayments(tx, caseNo, steps);
  if (strand !== 'case') return;
  const objections = of(steps, 'objected').map(({ objectionId }) => objectionId);
  await tx.objection.updateMany({ where: { caseNo, id: { notIn: objections } }, data: { toldAt: null } });
  const papers = of(steps, 'papersReceived').flatMap((step) => step.papers);
  const application = { caseNo };
  await tx.paper.updateMany({ where: { application, kind: { notIn: papers } }, data: { toldAt: null } });
  const { householdId, submittedAt } = await tx.case.findUniqueOrThrow({ where: { caseNo } });
  const changes = of(steps, 'changeReported').map(({ changeId }) => changeId);
  await tx.householdChange.updateMany({
    where: { householdId: householdId ?? '', reportedAt: { gte: submittedAt }, id: { notIn: changes } },
    data: { toldAt: null },
  });
}

async function untellPayments(tx: Tx, caseNo: string, steps: readonly Transition[]): Promise<void> {
  const ordered = of(steps, 'paymentOrdered').map(({ reference }) => reference);
  const heard = [...of(steps, 'paymentSettled'), ...of(steps, 'paymentCancelled')].map(({ reference }) => reference);
  await tx.payment.updateMany({
    where: {
      ...{ caseNo, reference: { in: ordered, notIn: heard } },
      state: { in: ['credited', 'returned', 'reissued', 'recovered', 'cancelled'] },
    },
    data: { untold: true },
  });
}

const of = <K extends Transition['kind']>(steps: readonly Transition[], kind: K) =>
  steps.filter((step): step is Extract<Transition, { kind: K }> => step.kind === kind);
