/** How much of each paper has left, from 0 to 1, by its key. */
class Progress {
  #shares: ReadonlyMap<string, number> = new Map();
  readonly #listeners = new Set<() => void>();

  all = (): ReadonlyMap<string, number> => this.#shares;

  tell(key: string, share: number): void {
    this.#show(new Map(this.#shares).set(key, share));
  }

  done(key: string): void {
    const rest = new Map(this.#shares);
    rest.delete(key);
    this.#show(rest);
  }

  whenChanged = (tell: () => void): (() => void) => {
    this.#listeners.add(tell);
    return () => this.#listeners.delete(tell);
  };

  #show(shares: ReadonlyMap<string, number>): void {
    this.#shares = shares;
    for (const tell of this.#listeners) tell();
  }
}

export const progress = new Progress();
