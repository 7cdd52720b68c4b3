import type { ReviewCommission } from '../../domain/schemas/application.js';
import type { Transition } from '../../domain/schemas/transition.js';
import { dossierOf } from './dossier.js';
import { reopenIfItCameBack } from './late-return.js';
import { claimByReview } from '../../prisma/recoveries.js';
import type { RecordedCase } from './recorded-case.js';

type Of<K extends Transition['kind']> = Extract<Transition, { kind: K }>;

/**
 * 绩效评价 is commissioned when the money is on the account: a row first, then a workflow started from it. Once a case,
 * however often it is paid anew.
 */
export async function commissionReview(file: RecordedCase, { reference }: Of<'paymentSettled'>): Promise<void> {
  const { tx, caseNo, row, policy } = file;
  const { state, amountFen } = await tx.payment.findUniqueOrThrow({ where: { reference } });
  if (state !== 'credited' || (await tx.review.count({ where: { caseNo } })) > 0) return;
  const input: ReviewCommission = {
    ...{ ...(await dossierOf(tx, row)), strand: 'review', amountFen: Number(amountFen) },
    terms: { reviewDue: policy.terms.reviewDue, reviewReport: policy.terms.reviewReport },
  };
  await tx.review.create({ data: { caseNo, input: { ...input } as object } });
}

/** "Not used as intended" opens a recovery. */
export async function openRecovery(file: RecordedCase, { amountFen }: Of<'recoveryOpened'>): Promise<void> {
  await claimByReview(file.tx, file.keyring, file.caseNo, BigInt(amountFen));
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
    if (outcome.kind === 'completed') await reopenIfItCameBack(tx, caseNo);
  }
}
