/** How the amount follows from what is measured, as the county publishes it. All money in integer fen. */
export type Standard =
  | { readonly kind: 'perUnit'; readonly fenPerUnit: number; readonly scale: number; readonly capFen: number }
  | { readonly kind: 'share'; readonly basisPoints: number; readonly capFen: number }
  | { readonly kind: 'flat'; readonly fen: number };

/**
 * The subsidy for a quantity under a published standard, in fen, rounded down to the fen and never above its cap.
 * `quantity` is an integer in the smallest step of what the programme measures: 10^-scale units for `perUnit`
 * (2.50 mu at scale 2 is 250), fen earned for `share`; a `flat` standard pays for any positive quantity.
 */
export function subsidyFen(standard: Standard, quantity: number): number {
  if (!Number.isSafeInteger(quantity) || quantity < 0) throw new RangeError('quantity is a non-negative integer');
  if (quantity === 0) return 0;
  switch (standard.kind) {
    case 'perUnit':
      return Math.min(standard.capFen, portion(quantity, standard.fenPerUnit, 10 ** standard.scale));
    case 'share':
      return Math.min(standard.capFen, portion(quantity, standard.basisPoints, 10_000));
    case 'flat':
      return standard.fen;
  }
}

/** What an acceptance pays: computed anew from what was accepted, never above what was committed. */
export const acceptedFen = (standard: Standard, acceptedQuantity: number, committedFen: number): number =>
  Math.min(committedFen, subsidyFen(standard, acceptedQuantity));

/** quantity × rate ÷ divisor, rounded down, exact for every safe integer. */
const portion = (quantity: number, rate: number, divisor: number): number =>
  Number((BigInt(quantity) * BigInt(rate)) / BigInt(divisor));
