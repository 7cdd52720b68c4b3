import type { FollowUpCommission } from '../domain/schemas/application.js';
import type { Outcome } from '../domain/schemas/outcome.js';
import { FollowUpFile } from './follow-up-file.js';
import { refusalBy } from './stages/refusal.js';

/**
 * 三(五) 稳得住 (搬迁后续帮扶): the township visits the household after months; each point that is open (residence registration, school,
 * clinic, work, social insurance) is a task for the office concerned until it is settled.
 */
export async function followUp(commission: FollowUpCommission): Promise<Outcome> {
  const file = new FollowUpFile(commission);
  for (const [index, term] of commission.visits.entries()) {
    const act = await file.waitAt('followUpAwaited', term, () => false, file.beganAt);
    if (typeof act === 'object') return await file.close(refusalBy(act));
    const visit = await file.actAt('followUpVisit');
    if (visit.verdict !== 'visited') return await file.close(refusalBy(visit));
    file.openPoints(visit.openPoints ?? [], index + 1);
  }
  if (!file.allSettled) {
    const act = await file.actOr('followUpOpen', () => file.allSettled);
    if (act) return await file.close(refusalBy(act));
  }
  return await file.close({ kind: 'settledIn' });
}
