/** How a county divides the income of an asset: part of the asset's row, by a document. Fen, integer. */
export interface DividendRule {
  /** 村集体: hundredths of a percent of the income. */
  readonly collectiveBasisPoints: number;
  /** 优先保障: so much a share goes to households without labour before anything else is divided. */
  readonly guaranteeFen: number;
  /** What a share is to bring in a year: a good year leaves what is above in the reserve, a poor one draws on it. */
  readonly targetFen: number;
  /** What the reserve holds at most. */
  readonly reserveMostFen: number;
}

/** Who holds shares, and whether anybody of the household can work. */
export interface Holder {
  readonly id: string;
  readonly shares: number;
  readonly canWork: boolean;
}

export interface Division {
  readonly collectiveFen: bigint;
  /** What the reserve gains; below zero, what it gives. */
  readonly reserveFen: bigint;
  readonly householdsFen: bigint;
  /** By holder; they make `householdsFen` together. */
  readonly parts: ReadonlyMap<string, bigint>;
}

const least = (one: bigint, other: bigint): bigint => (one < other ? one : other);

/**
 * 二(三)、二(四) 资产收益分红: the village collective's share, then the reserve that evens out years, then the households:
 * first those without labour, up to what they are guaranteed, then all by their shares. Nothing is lost or invented:
 * the three make the income together, and the parts make what is the households' (both to the fen).
 */
export function divide(
  incomeFen: bigint,
  reserveBeforeFen: bigint,
  holders: readonly Holder[],
  rule: DividendRule,
): Division {
  const collectiveFen = (incomeFen * BigInt(rule.collectiveBasisPoints)) / 10_000n;
  const leftFen = incomeFen - collectiveFen;
  const shares = holders.reduce((sum, holder) => sum + BigInt(holder.shares), 0n);
  // Nobody holds a share yet: the year is kept for those who will.
  const reserveFen = shares === 0n ? leftFen : intoReserve(leftFen, reserveBeforeFen, shares, rule);
  const householdsFen = leftFen - reserveFen;

  const first = holders.filter(({ canWork }) => !canWork);
  const guaranteedFen = first.reduce((sum, holder) => sum + BigInt(holder.shares) * BigInt(rule.guaranteeFen), 0n);
  const firstFen = least(householdsFen, guaranteedFen);
  const [before, after] = [apportion(firstFen, first), apportion(householdsFen - firstFen, holders)];
  const partOf = (id: string) => (before.get(id) ?? 0n) + (after.get(id) ?? 0n);
  return { collectiveFen, reserveFen, householdsFen, parts: new Map(holders.map(({ id }) => [id, partOf(id)])) };
}

function intoReserve(leftFen: bigint, reserveFen: bigint, shares: bigint, rule: DividendRule): bigint {
  const targetFen = shares * BigInt(rule.targetFen);
  if (leftFen < targetFen) return -least(targetFen - leftFen, reserveFen);
  const room = BigInt(rule.reserveMostFen) - reserveFen;
  return least(leftFen - targetFen, room > 0n ? room : 0n);
}

/** By shares, the largest remainders first; equal ones in the order of their IDs, so that it comes out the same again. */
export function apportion(fen: bigint, holders: readonly Pick<Holder, 'id' | 'shares'>[]): Map<string, bigint> {
  const shares = holders.reduce((sum, holder) => sum + BigInt(holder.shares), 0n);
  if (shares === 0n) return new Map();
  const exact = holders.map((holder) => {
    const product = fen * BigInt(holder.shares);
    return { id: holder.id, fen: product / shares, remainder: product % shares };
  });
  let left = fen - exact.reduce((sum, part) => sum + part.fen, 0n);
  const parts = new Map(exact.map((part) => [part.id, part.fen]));
  const inTurn = exact.toSorted((a, b) =>
    a.remainder === b.remainder ? (a.id < b.id ? -1 : 1) : a.remainder < b.remainder ? 1 : -1,
  );
  for (const { id } of inTurn) {
    if (left === 0n) break;
    parts.set(id, parts.get(id)! + 1n);
    left -= 1n;
  }
  return parts;
}
