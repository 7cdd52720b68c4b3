import type { ReviewCommission } from '../../domain/schemas/application.js';
import type { Outcome } from '../../domain/schemas/outcome.js';
import type { Transition } from '../../domain/schemas/transition.js';
import { dossierOf } from './dossier.js';
import { reopenIfItCameBack } from './late-return.js';
import { spentFenOf } from '../../prisma/commitments.js';
import { claimByFinding, paidFen } from '../../prisma/recoveries.js';
import type { RecordedCase } from './recorded-case.js';

type Of<K extends Transition['kind']> = Extract<Transition, { kind: K }>;

/**
 * 绩效评价 is commissioned when the case is completed, with its last instalment on the account: a row first, then a
 * workflow started from it. Once a case, however often it is paid anew; a run and a share have none.
 */
async function commissionReview({ tx, caseNo, row, policy, programme }: RecordedCase): Promise<void> {
  if (row.entitlementNo !== null || row.payeeId !== null) return;
  const spentFen = await spentFenOf(tx, caseNo);
  if (spentFen === 0n || (await tx.review.count({ where: { caseNo } })) > 0) return;
  const input: ReviewCommission = {
    ...{ ...(await dossierOf(tx, row)), strand: 'review', amountFen: Number(spentFen) },
    terms: { reviewDue: policy.terms.reviewDue, reviewReport: policy.terms.reviewReport },
    ...(programme.reviewLooksAt && { looksAt: programme.reviewLooksAt.length }),
  };
  await tx.review.create({ data: { caseNo, input: { ...input } as object } });
}

/** What the household, and then whoever visited it, says to what the review looks at. */
export async function answer({ tx, caseNo }: RecordedCase, { act }: Of<'acted'>): Promise<void> {
  const { stage, answers } = act;
  if (answers === undefined || (stage !== 'reviewReport' && stage !== 'performanceReview')) return;
  const data = stage === 'reviewReport' ? { reported: answers } : { answers };
  await tx.review.update({ where: { caseNo }, data });
}

/**
 * "Not used as intended", or relief that nobody confirmed, opens a recovery; so does a case that comes to nothing after
 * something was paid in it.
 */
export async function openRecovery(file: RecordedCase, { amountFen, cause }: Of<'recoveryOpened'>): Promise<void> {
  const { tx, keyring, caseNo } = file;
  // What has come back from the bank meanwhile is not claimed from the household.
  if (cause === 'notConfirmed' && (await paidFen(tx, caseNo)) === 0n) return;
  await claimByFinding(tx, keyring, { caseNo, amountFen: BigInt(amountFen), cause });
}

export async function close(file: RecordedCase, { outcome, at }: Of<'closed'>): Promise<void> {
  const { strand, tx, caseNo } = file;
  const closedAt = new Date(at);
  if (strand === 'followUp') return void (await tx.followUp.update({ where: { caseNo }, data: { closedAt } }));
  if (strand !== 'review') return await closeCase(file, outcome, closedAt);
  const found = outcome.kind === 'reviewed' ? { finding: outcome.finding, score: outcome.score } : {};
  await tx.review.update({ where: { caseNo }, data: { ...found, closedAt } });
}

async function closeCase(file: RecordedCase, outcome: Outcome, closedAt: Date): Promise<void> {
  const { tx, caseNo, strand, row } = file;
  // Paid anew, it ended as it had ended before.
  const before = strand === 'return' && outcome.kind === 'completed' ? (row.outcome as Outcome | null) : null;
  const ended = before ?? outcome;
  await tx.case.update({ where: { caseNo }, data: { stage: 'closed', running: false, closedAt, outcome: ended } });
  const isOpenAgain = await reopenIfItCameBack(tx, caseNo);
  if (ended.kind === 'completed' && !isOpenAgain) await commissionReview(file);
}
