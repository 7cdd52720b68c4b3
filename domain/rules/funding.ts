/** Who bears a programme, in hundredths of a percent; they make 10 000 together. */
export interface Funding {
  readonly province: number;
  readonly city: number;
  readonly county: number;
}

/**
 * An amount split over who bears it, in integer fen, with nothing lost or invented: each share rounded down, and what
 * is left fen by fen to those of whom most was cut off; of two alike, the higher office.
 */
export function splitFen(amountFen: number, { province, city, county }: Funding): Funding {
  const shares = [province, city, county].map((points, place) => {
    const exact = BigInt(amountFen) * BigInt(points);
    return { place, fen: Number(exact / 10_000n), rest: Number(exact % 10_000n) };
  });
  const left = amountFen - shares.reduce((sum, { fen }) => sum + fen, 0);
  const byRest = shares.toSorted((one, other) => other.rest - one.rest || one.place - other.place);
  for (const share of byRest.slice(0, left)) share.fen += 1;
  const [ofProvince, ofCity, ofCounty] = shares.map(({ fen }) => fen) as [number, number, number];
  return { province: ofProvince, city: ofCity, county: ofCounty };
}
