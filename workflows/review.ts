import { answersAmiss } from '../domain/rules/review-answers.js';
import type { Act } from '../domain/schemas/act.js';
import type { ReviewCommission } from '../domain/schemas/application.js';
import type { FINDINGS, Outcome, Refusal } from '../domain/schemas/outcome.js';
import { CaseFile } from './case-file.js';
import { refusalBy } from './stages/refusal.js';

/** 六(四) 绩效评价: months after the payment the household reports, an official visits, a score and a finding. */
export async function performanceReview(commission: ReviewCommission): Promise<Outcome> {
  const file = new CaseFile(commission);
  const { terms, amountFen, looksAt = 0 } = commission;
  const guard = (act: Act) => answersAmiss(looksAt, act);

  const ended =
    closedBy(await file.waitAt('reviewAwaited', terms.reviewDue, () => false)) ??
    closedBy(await file.actWithin('reviewReport', terms.reviewReport, { guard }));
  if (ended) return await file.close(ended);
  const review = await file.actAt('performanceReview', { guard });
  if (review.verdict !== 'scored') return await file.close(refusalBy(review));

  const { score, reasonCode } = review;
  const finding = reasonCode as (typeof FINDINGS)[number];
  if (finding === 'notUsed') file.note({ kind: 'recoveryOpened', amountFen });
  return await file.close({ kind: 'reviewed', finding, score: score! });
}

/** A change in the household may end a review before its time. */
const closedBy = (act: Act | boolean | undefined): Refusal | undefined =>
  typeof act === 'object' && act.verdict === 'close' ? refusalBy(act) : undefined;
