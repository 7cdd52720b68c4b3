import type { HouseholdGroup } from '../schemas/programme.js';
import type { Standard } from './amounts.js';

type Capped = Extract<Standard, { capFen: number }>;
type Uncapped = Exclude<Standard, Capped>;

/** A standard as a county publishes it: some of it hangs on the household. */
export type PublishedStandard =
  | Uncapped
  /** Besides the cap of the household one of its size: so much for each present member. */
  | (Capped & { readonly capPerPersonFen?: number | undefined })
  /** A table: fen by grade for each group of households. */
  | {
      readonly kind: 'byGradeAndGroup';
      readonly fenByGrade: Readonly<Partial<Record<HouseholdGroup, readonly number[]>>>;
    };

/** What of a household a standard can hang on. */
export interface StandardFacts {
  readonly group: HouseholdGroup;
  /** Present members. */
  readonly persons: number;
}

/** The standard for one household, of which only the quantity is left to decide: what its case keeps. */
export function standardFor(published: PublishedStandard, { group, persons }: StandardFacts): Standard {
  if (published.kind === 'byGradeAndGroup') return { kind: 'byGrade', fenByGrade: published.fenByGrade[group] ?? [] };
  if (!('capFen' in published)) return published;
  const { capPerPersonFen, ...standard } = published;
  if (capPerPersonFen === undefined) return standard;
  return { ...standard, capFen: Math.min(standard.capFen, capPerPersonFen * persons) };
}
