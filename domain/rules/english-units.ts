/** Counties write the English word of a unit in one number or the other: `hives`, `student`. These know no plural. */
const ONE_AND_MANY: ReadonlySet<string> = new Set(['yuan', 'mu', 'jin', 'sheep', 'cattle', 'fish', 'kW']);
const PLURAL = /(?<!s)s$/;
const LETTERS = /[a-z]$/;

/** The word of one: of `hives`, `hive`. */
export const oneUnit = (unit: string): string => (ONE_AND_MANY.has(unit) ? unit : unit.replace(PLURAL, ''));

/** The word of several, or of none: of `student`, `students`. What ends in no letter is a sign, and stays. */
export const manyUnits = (unit: string): string =>
  ONE_AND_MANY.has(unit) || PLURAL.test(unit) || !LETTERS.test(unit) ? unit : `${unit}s`;

/** A number in its unit: `1 hive`, `2 hives`, `0.50 hives`. */
export const unitsText = (number: string, unit: string): string =>
  `${number} ${Number(number) === 1 ? oneUnit(unit) : manyUnits(unit)}`;
