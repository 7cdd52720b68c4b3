/** Files on their way in: as long as one is, the bank can't say that it has nothing of it. */
export class Arrivals {
  readonly #ways = new Map<string, Set<Promise<unknown>>>();

  /** Until `taking` is over, the file is on its way. */
  async during<Result>(name: string, taking: () => Promise<Result>): Promise<Result> {
    const way = taking();
    const ways = this.#ways.get(name) ?? new Set();
    this.#ways.set(name, ways.add(way));
    try {
      return await way;
    } finally {
      ways.delete(way);
      if (ways.size === 0) this.#ways.delete(name);
    }
  }

  /** Returns when no such file is on its way. */
  async over(name: string): Promise<void> {
    await Promise.allSettled([...(this.#ways.get(name) ?? [])]);
  }
}
