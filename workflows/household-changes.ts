/** Deaths, splits, births, marriages and moves that were reported for the household and not yet looked at. */
export class HouseholdChanges {
  readonly #known = new Set<string>();
  readonly #open = new Set<string>();

  /** False where it was known already: signals come at least once. */
  report(changeId: string): boolean {
    if (this.#known.has(changeId)) return false;
    this.#known.add(changeId);
    this.#open.add(changeId);
    return true;
  }

  isOpen(changeId: string | undefined): boolean {
    return changeId !== undefined && this.#open.has(changeId);
  }

  settle(changeId: string): void {
    this.#open.delete(changeId);
  }

  get allSettled(): boolean {
    return this.#open.size === 0;
  }
}
