import { endsIt, isLookedAt, type LifeEventEffect } from '../domain/rules/life-events.js';

/**
 * Deaths, splits, births, marriages and moves that were reported for the household: those that are not yet looked at, and
 * what the programme says they do.
 */
export class HouseholdChanges {
  readonly #known = new Set<string>();
  readonly #open = new Map<string, LifeEventEffect | undefined>();
  #ending: string | undefined;
  #toCount: string | undefined;
  /** Ends by the programme's own rule; `recover`: what was paid comes back. */
  endedBy: LifeEventEffect | undefined;

  /** False where it was known already: signals come at least once. */
  report(changeId: string, effect?: LifeEventEffect): boolean {
    if (this.#known.has(changeId)) return false;
    this.#known.add(changeId);
    if (isLookedAt(effect)) this.#open.set(changeId, effect);
    if (endsIt(effect)) this.#ending = changeId;
    if (endsIt(effect) && this.endedBy !== 'recover') this.endedBy = effect;
    return true;
  }

  isOpen(changeId: string | undefined): boolean {
    return changeId !== undefined && this.#open.has(changeId);
  }

  settle(changeId: string): void {
    if (this.#open.get(changeId) === 'recompute') this.#toCount = changeId;
    this.#open.delete(changeId);
  }

  get allSettled(): boolean {
    return this.#open.size === 0;
  }

  /** Looked at, and the amount is still to be counted anew. */
  get mustCount(): boolean {
    return this.#toCount !== undefined;
  }

  /** As of which change the amount is to be counted anew; once. */
  takeCount(): string | undefined {
    const changeId = this.#toCount;
    this.#toCount = undefined;
    return changeId;
  }

  /** Which change ends the case; once. */
  takeEnding(): string | undefined {
    const changeId = this.#ending;
    this.#ending = undefined;
    return changeId;
  }
}
