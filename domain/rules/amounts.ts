/**
 * How the amount of a case follows from its quantity alone, as the county publishes it: the whole list of formulas.
 * What hangs on the household is resolved before (household-standard.ts). All money in integer fen.
 */
export type Standard =
  | { readonly kind: 'perUnit'; readonly fenPerUnit: number; readonly scale: number; readonly capFen: number }
  /** A share of an amount. Where a higher office sets a minimum rate, the cap gives way to it. */
  | {
      readonly kind: 'share';
      readonly basisPoints: number;
      readonly capFen: number;
      readonly leastBasisPoints?: number | undefined;
    }
  | { readonly kind: 'flat'; readonly fen: number }
  /** Fen by the ordinal of the grade, the first one's first; 0 where a grade gets nothing. */
  | { readonly kind: 'byGrade'; readonly fenByGrade: readonly number[] }
  /** No formula: a reasoned decision within a limit. */
  | { readonly kind: 'discretionary'; readonly limitFen: number }
  /** Interest on a loan by days, at a yearly rate; `dayBasis`: the days that the publication counts in a year. */
  | {
      readonly kind: 'interest';
      readonly basisPoints: number;
      readonly dayBasis: 360 | 365;
      readonly capFen: number;
    };

/**
 * The subsidy for a quantity under a published standard, in fen, rounded down to the fen and never above its cap.
 * `quantity` is an integer in the smallest step of what the programme measures: 10^-scale units for `perUnit`
 * (2.50 mu at scale 2 is 250), fen earned for `share`, the grade's ordinal from 1 for `byGrade`, fen for
 * `discretionary`, yuan × days (计息积数) for `interest`; a `flat` standard pays for any positive quantity.
 */
export function subsidyFen(standard: Standard, quantity: number): number {
  if (!Number.isSafeInteger(quantity) || quantity < 0) throw new RangeError('quantity is a non-negative integer');
  if (quantity === 0) return 0;
  switch (standard.kind) {
    case 'perUnit':
      return Math.min(standard.capFen, portion(quantity, standard.fenPerUnit, 10 ** standard.scale));
    case 'share':
      return Math.max(
        portion(quantity, standard.leastBasisPoints ?? 0, 10_000),
        Math.min(standard.capFen, portion(quantity, standard.basisPoints, 10_000)),
      );
    case 'flat':
      return standard.fen;
    case 'byGrade':
      return standard.fenByGrade[quantity - 1] ?? 0;
    case 'discretionary':
      return Math.min(standard.limitFen, quantity);
    case 'interest':
      // Yuan × days × basis points is yuan × 10 000 a year's days: fen × 100.
      return Math.min(standard.capFen, portion(quantity, standard.basisPoints, 100 * standard.dayBasis));
  }
}

/** What an acceptance pays: computed anew from what was accepted, never above what was committed. */
export const acceptedFen = (standard: Standard, acceptedQuantity: number, committedFen: number): number =>
  Math.min(committedFen, subsidyFen(standard, acceptedQuantity));

/** quantity × rate ÷ divisor, rounded down, exact for every safe integer. */
const portion = (quantity: number, rate: number, divisor: number): number =>
  Number((BigInt(quantity) * BigInt(rate)) / BigInt(divisor));
