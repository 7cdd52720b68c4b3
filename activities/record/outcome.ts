import type { PastDecision } from '../../domain/rules/separation-of-duty.js';
import { decisionsOf } from '../../domain/rules/separation-of-duty.js';
import { stageRule } from '../../domain/rules/stages.js';
import { Act } from '../../domain/schemas/act.js';
import type { ReviewCommission } from '../../domain/schemas/application.js';
import type { Transition } from '../../domain/schemas/transition.js';
import type { RecordedCase } from './recorded-case.js';

type Of<K extends Transition['kind']> = Extract<Transition, { kind: K }>;

/** 绩效评价 is commissioned when the money is on the account: a row first, then a workflow started from it. */
export async function commissionReview(file: RecordedCase, step: Of<'paymentSettled'>): Promise<void> {
  if (step.result !== 'credited') return;
  const { tx, caseNo, row, policy } = file;
  const { amountFen } = await tx.payment.findUniqueOrThrow({ where: { reference: step.reference } });
  const kin = await tx.kinship.findMany({ where: { householdId: row.householdId, officialId: { not: null } } });
  const input: ReviewCommission = {
    ...{ caseNo, strand: 'review', householdId: row.householdId, areaCode: row.areaCode },
    ...(row.helperId !== null && { helperId: row.helperId }),
    amountFen: Number(amountFen),
    decisions: await decisionsIn(file),
    recused: kin.flatMap(({ officialId }) => officialId ?? []),
    terms: { reviewDue: policy.terms.reviewDue, reviewReport: policy.terms.reviewReport },
  };
  await tx.review.create({ data: { caseNo, input: { ...input } as object } });
}

/** "Not used as intended" opens a recovery. */
export async function openRecovery({ tx, caseNo }: RecordedCase, { amountFen }: Of<'recoveryOpened'>): Promise<void> {
  await tx.recovery.create({ data: { caseNo, amountFen } });
}

export async function close({ tx, caseNo, strand }: RecordedCase, { outcome, at }: Of<'closed'>): Promise<void> {
  const closedAt = new Date(at);
  if (outcome.kind === 'reviewed') {
    const { finding, score } = outcome;
    await tx.review.update({ where: { caseNo }, data: { finding, score, closedAt } });
  } else if (strand === 'review') {
    await tx.review.update({ where: { caseNo }, data: { closedAt } });
  } else {
    await tx.case.update({ where: { caseNo }, data: { stage: 'closed', running: false, outcome, closedAt } });
  }
}

async function decisionsIn({ tx, caseNo }: RecordedCase): Promise<PastDecision[]> {
  const acted = await tx.caseEvent.findMany({ where: { caseNo, strand: 'case', kind: 'acted' } });
  return acted
    .map(({ body }) => Act.parse((body as { act: unknown }).act))
    .filter(({ stage }) => stageRule(stage).decides)
    .flatMap(decisionsOf);
}
