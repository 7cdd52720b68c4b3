import type { HouseholdGroup } from '../schemas/published-standard.js';
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

/** What of a household a standard can hang on; of a village collective, its yearly cap alone. */
export interface StandardFacts {
  readonly group?: HouseholdGroup;
  /** Present members. */
  readonly persons?: number;
  /** What the yearly cap of the programme leaves it, where there is one. */
  readonly leftThisYearFen?: number;
}

/** The standard for one household, of which only the quantity is left to decide: what its case keeps. */
export function standardFor(published: PublishedStandard, household: StandardFacts): Standard {
  const standard = standardOf(published, household);
  const { leftThisYearFen } = household;
  return leftThisYearFen === undefined ? standard : within(standard, leftThisYearFen);
}

function standardOf(published: PublishedStandard, { group, persons = 0 }: StandardFacts): Standard {
  if (published.kind === 'byGradeAndGroup')
    return { kind: 'byGrade', fenByGrade: (group && published.fenByGrade[group]) ?? [] };
  if (!('capFen' in published)) return published;
  const { capPerPersonFen, ...standard } = published;
  if (capPerPersonFen === undefined) return standard;
  return { ...standard, capFen: Math.min(standard.capFen, capPerPersonFen * persons) };
}

/** The same standard with a limit over all that it pays; it gives way to a minimum rate, as any cap. */
function within(standard: Standard, mostFen: number): Standard {
  switch (standard.kind) {
    case 'flat':
      return { kind: 'flat', fen: Math.min(standard.fen, mostFen) };
    case 'byGrade':
      return { kind: 'byGrade', fenByGrade: standard.fenByGrade.map((fen) => Math.min(fen, mostFen)) };
    case 'discretionary':
      return { kind: 'discretionary', limitFen: Math.min(standard.limitFen, mostFen) };
    case 'perUnit':
    case 'share':
    case 'interest':
      return { ...standard, capFen: Math.min(standard.capFen, mostFen) };
  }
}
