import fc from 'fast-check';

export const fen = fc.integer({ min: 1, max: 1_000_000_000 });
const basisPoints = fc.integer({ min: 1, max: 10_000 });
const fenByGrade = fc.array(fc.oneof(fc.constant(0), fen), { minLength: 1, maxLength: 10 });

export const perUnit = fc.record({
  kind: fc.constant('perUnit' as const),
  ...{ fenPerUnit: fen, scale: fc.integer({ min: 0, max: 4 }), capFen: fen },
});
const share = fc.record({ kind: fc.constant('share' as const), basisPoints, capFen: fen });
/** A share with a minimum rate that a higher office has set, never above the rate itself. */
export const shareWithLeast = fc
  .record({ kind: fc.constant('share' as const), basisPoints, capFen: fen, part: fc.integer({ min: 1, max: 100 }) })
  .map(({ part, ...standard }) => ({
    ...{ ...standard, leastBasisPoints: Math.max(1, Math.floor((standard.basisPoints * part) / 100)) },
  }));
export const interest = fc.record({
  kind: fc.constant('interest' as const),
  ...{ basisPoints, dayBasis: fc.constantFrom(360 as const, 365 as const), capFen: fen },
});
export const flat = fc.record({ kind: fc.constant('flat' as const), fen });
export const byGrade = fc.record({ kind: fc.constant('byGrade' as const), fenByGrade });
export const discretionary = fc.record({ kind: fc.constant('discretionary' as const), limitFen: fen });

/** Those that have a cap which nothing exceeds. */
export const capped = fc.oneof(perUnit, share, interest);
/** Those of which more never brings less; grades have an order, but not one of money. */
export const growing = fc.oneof(capped, shareWithLeast, flat, discretionary);
export const standard = fc.oneof(growing, byGrade);
