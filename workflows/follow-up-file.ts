import { workflowInfo } from '@temporalio/workflow';
import { FOLLOW_UP_POINTS, type FollowUpPoint } from '../domain/rules/follow-up.js';
import type { Act } from '../domain/schemas/act.js';
import type { FollowUpCommission } from '../domain/schemas/application.js';
import { CaseFile } from './case-file.js';

/** The follow-up of a relocation: what is still open of the household's new life. */
export class FollowUpFile extends CaseFile<FollowUpCommission> {
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
