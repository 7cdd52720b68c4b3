import type { Application, ReviewCommission } from '../../domain/schemas/application.js';
import type { Outcome } from '../../domain/schemas/outcome.js';
import type { Transition } from '../../domain/schemas/transition.js';
import { MISUSED_LETTER } from '../../domain/texts/entitlements.js';
import type { Tx } from '../../prisma/client.js';
import { dossierOf } from './dossier.js';
import { reopenIfItCameBack } from './late-return.js';
import { spentFenOf } from '../../prisma/commitments.js';
import type { CaseModel as Case } from '../../prisma/generated/models.js';
import { claimByFinding, paidFen } from '../../prisma/recoveries.js';
import { tellOfficials } from '../../prisma/tell-officials.js';
import type { RecordedCase } from './recorded-case.js';

type Of<K extends Transition['kind']> = Extract<Transition, { kind: K }>;

/**
 * 绩效评价 is commissioned when the case is completed, with its last instalment on the account: a row first, then a
 * workflow started from it. Once a case, however often it is paid anew; of what is paid period after period, once a year; a
 * share has none.
 */
async function commissionReview({ tx, caseNo, row, policy, programme }: RecordedCase): Promise<void> {
  if (!isReviewed(row)) return;
  const spentFen = await spentFenOf(tx, caseNo);
  if (spentFen === 0n || (await tx.review.count({ where: { caseNo } })) > 0) return;
  const input: ReviewCommission = {
    ...{ ...(await reviewedDossier(tx, row)), strand: 'review', amountFen: Number(spentFen) },
    terms: { reviewDue: policy.terms.reviewDue, reviewReport: policy.terms.reviewReport },
    ...(programme.reviewLooksAt && { looksAt: programme.reviewLooksAt.length }),
  };
  await tx.review.create({ data: { caseNo, input: { ...input } as object } });
}

const isReviewed = ({ input }: Case): boolean => {
  const { run, share } = input as unknown as Application;
  return share === undefined && (run === undefined || run.reviewed === true);
};

/** Who granted what a run pays does not review it either. */
async function reviewedDossier(tx: Tx, row: Case) {
  const dossier = await dossierOf(tx, row);
  if (row.entitlementNo === null) return dossier;
  const grant = await tx.case.findUniqueOrThrow({ where: { caseNo: row.entitlementNo } });
  const { decisions } = await dossierOf(tx, grant);
  return { ...dossier, decisions: [...decisions, ...dossier.decisions] };
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
  if (found.finding === 'notUsed') await askWhetherToEnd(file);
}

/** What goes on being paid is not ended by a finding: whoever grants it decides that. */
async function askWhetherToEnd({ tx, keyring, row: { caseNo: runNo, entitlementNo } }: RecordedCase): Promise<void> {
  const active = await tx.entitlement.findFirst({ where: { caseNo: entitlementNo ?? '', state: 'active' } });
  if (!active) return;
  const { caseNo } = active;
  await tellOfficials(tx, keyring, { ...MISUSED_LETTER, key: `${runNo}/misused`, role: 'countyApprover', caseNo });
}

async function closeCase(file: RecordedCase, outcome: Outcome, closedAt: Date): Promise<void> {
  const { tx, caseNo, strand, row } = file;
  // Paid anew, it ended as it had ended before.
  const before = strand === 'return' && outcome.kind === 'completed' ? (row.outcome as Outcome | null) : null;
  const ended = before ?? outcome;
  await tx.case.update({ where: { caseNo }, data: { stage: 'closed', running: false, closedAt, outcome: ended } });
  const isOpenAgain = await reopenIfItCameBack(tx, caseNo);
  const mayHavePaid = ended.kind === 'completed' || ended.kind === 'housedOtherwise';
  if (mayHavePaid && !isOpenAgain) await commissionReview(file);
}
