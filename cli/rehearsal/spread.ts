/** The middle and the greatest of several. */
export interface Spread {
  readonly median: number;
  readonly greatest: number;
}

/** @returns null of nothing */
export function spreadOf(values: readonly number[]): Spread | null {
  const sorted = values.toSorted((one, two) => one - two);
  const greatest = sorted.at(-1);
  if (greatest === undefined) return null;
  const middle = sorted.length / 2;
  const median = (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
  return { median, greatest };
}

/** In the order in which each group first appears. */
export function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): [Key, Item[]][] {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups];
}
