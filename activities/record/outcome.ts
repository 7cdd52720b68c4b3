import { isRelief } from '../../domain/rules/case-workflows.js';
import type { ReviewCommission } from '../../domain/schemas/application.js';
import type { Transition } from '../../domain/schemas/transition.js';
import { dossierOf } from './dossier.js';
import { reopenIfItCameBack } from './late-return.js';
import { claimByFinding, paidFen } from '../../prisma/recoveries.js';
import type { RecordedCase } from './recorded-case.js';

type Of<K extends Transition['kind']> = Extract<Transition, { kind: K }>;

/** 绩效评价 is commissioned when the money is on the account; of relief, once that was confirmed. */
export async function commissionReview(file: RecordedCase, { reference }: Of<'paymentSettled'>): Promise<void> {
  const { tx, row } = file;
  const { state, amountFen } = await tx.payment.findUniqueOrThrow({ where: { reference } });
  if (state === 'credited' && !isRelief(row.input)) await commission(file, amountFen);
}

/** Relief that was confirmed is reviewed; what is claimed back is not. */
export async function reviewConfirmed(file: RecordedCase, { act }: Of<'acted'>): Promise<void> {
  if (act.stage === 'reliefConfirmation' && act.verdict === 'confirm') await commission(file, file.row.amountFen);
}

/** A row first, then a workflow started from it. Once a case, however often it is paid anew. */
async function commission(file: RecordedCase, amountFen: bigint): Promise<void> {
  const { tx, caseNo, row, policy } = file;
  if ((await tx.review.count({ where: { caseNo } })) > 0) return;
  const input: ReviewCommission = {
    ...{ ...(await dossierOf(tx, row)), strand: 'review', amountFen: Number(amountFen) },
    terms: { reviewDue: policy.terms.reviewDue, reviewReport: policy.terms.reviewReport },
  };
  await tx.review.create({ data: { caseNo, input: { ...input } as object } });
}

/** "Not used as intended", or relief that nobody confirmed, opens a recovery. */
export async function openRecovery(file: RecordedCase, { amountFen, cause }: Of<'recoveryOpened'>): Promise<void> {
  const { tx, keyring, caseNo } = file;
  // What has come back from the bank meanwhile is not claimed from the household.
  if (cause === 'notConfirmed' && (await paidFen(tx, caseNo)) === 0n) return;
  await claimByFinding(tx, keyring, { caseNo, amountFen: BigInt(amountFen), cause });
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
