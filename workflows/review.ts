import type { ReviewCommission } from '../domain/schemas/application.js';
import type { FINDINGS, Outcome } from '../domain/schemas/outcome.js';
import { CaseFile } from './case-file.js';

/** 六(四) 绩效评价: months after the payment the household reports, an official visits, a score and a finding. */
export async function performanceReview(commission: ReviewCommission): Promise<Outcome> {
  const file = new CaseFile(commission);
  const { terms, amountFen } = commission;

  await file.waitAt('reviewAwaited', terms.reviewDue, () => false);
  await file.actWithin('reviewReport', terms.reviewReport);
  const { score, reasonCode } = await file.actAt('performanceReview');

  const finding = reasonCode as (typeof FINDINGS)[number];
  if (finding === 'notUsed') file.note({ kind: 'recoveryOpened', amountFen });
  return await file.close({ kind: 'reviewed', finding, score: score! });
}
