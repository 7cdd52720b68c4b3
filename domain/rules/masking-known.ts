import { maskFreeText } from './masking.js';

const RUN = /\p{Nd}{3,}/gu;
const MOST_TELLING = 3;

/**
 * What an official wrote about a household, for somebody who may not know it: long numbers masked whatever they are,
 * and shorter ones that hold three digits in a row of one of the household's `numbers` (the end of an account).
 */
export function maskKnown(text: string, numbers: readonly string[]): string {
  const known = new Set(numbers.flatMap(partsOf));
  return maskFreeText(text).replace(RUN, (run) =>
    partsOf(run).some((part) => known.has(part)) ? '*'.repeat(run.length) : run,
  );
}

/** Every three digits in a row, full-width ones made half-width. */
function partsOf(number: string): string[] {
  const digits = number.normalize('NFKC');
  return Array.from({ length: Math.max(0, digits.length - MOST_TELLING + 1) }, (_, from) =>
    digits.slice(from, from + MOST_TELLING),
  );
}
