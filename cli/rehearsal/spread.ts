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
