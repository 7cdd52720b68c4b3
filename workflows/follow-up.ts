import { workflowInfo } from '@temporalio/workflow';
import { FOLLOW_UP_POINTS, type FollowUpPoint } from '../domain/rules/follow-up.js';
import type { Act } from '../domain/schemas/act.js';
import type { FollowUpCommission } from '../domain/schemas/application.js';
import type { Outcome } from '../domain/schemas/outcome.js';
import { CaseFile } from './case-file.js';
import { refusalBy } from './stages/refusal.js';

/** The follow-up of a relocation: what is still open of the household's new life. */
class FollowUpFile extends CaseFile<FollowUpCommission> {
  readonly beganAt = this.dossier.recorded?.beganAt ?? workflowInfo().startTime.getTime();
  /** By stage, with the visit that found it open. */
  readonly #open = new Map<Act['stage'], string>();

  get allSettled(): boolean {
    return this.#open.size === 0;
  }

  /** What a visit found open, and was not open already, goes to the office concerned. */
  openPoints(points: readonly FollowUpPoint[], visit: number): void {
    for (const stage of points.map((point) => FOLLOW_UP_POINTS[point])) {
      if (this.#open.has(stage)) continue;
      const subject = String(visit);
      this.#open.set(stage, subject);
      this.note({ kind: 'pointOpened', stage, subject });
    }
  }

  protected override isOpenBeside(act: Act): boolean {
    return this.#open.get(act.stage) === act.subject && act.subject !== undefined ? true : super.isOpenBeside(act);
  }

  protected override settleBeside(act: Act): void {
    if (!this.#open.delete(act.stage)) super.settleBeside(act);
  }
}

/**
 * 搬迁后续帮扶: the township visits the household after months; each point that is open (residence registration, school,
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
