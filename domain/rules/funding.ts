/** Who bears a programme together. */
export const BEARERS = ['province', 'city', 'county'] as const;
export type Bearer = (typeof BEARERS)[number];

/** In hundredths of a percent; they make 10 000 together. */
export type Funding = Readonly<Record<Bearer, number>>;

/** An amount split over who bears it, in integer fen, with nothing lost or invented; of two alike, the higher office. */
export function splitFen(amountFen: number, funding: Funding): Funding {
  const points = BEARERS.map((bearer) => BigInt(funding[bearer]));
  const [province, city, county] = inProportion(BigInt(amountFen), points).map(Number) as [number, number, number];
  return { province, city, county };
}

/**
 * An amount divided in proportion to weights, in integer fen, with nothing lost or invented: each part rounded down, and
 * what is left fen by fen to those of whom most was cut off; of two alike, the first. Where it is not above their sum, no
 * part is above its weight.
 */
export function inProportion(amountFen: bigint, weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n) return weights.map(() => 0n);
  const exact = weights.map((weight) => amountFen * weight);
  const parts = exact.map((share) => share / total);
  const left = Number(amountFen - parts.reduce((sum, fen) => sum + fen, 0n));
  const places = exact.map((share, place) => ({ place, rest: share % total }));
  places.sort((one, other) => Number(other.rest - one.rest) || one.place - other.place);
  for (const { place } of places.slice(0, left)) parts[place]! += 1n;
  return parts;
}
