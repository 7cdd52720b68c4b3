import type { BankSays } from './bank-words.js';
import { grouped } from './grouped.js';
import { DAY_MS, shanghaiDate, startOfShanghaiDay } from './working-days.js';

/** Money that moved: on the household's account, or back from it. */
export interface Movement {
  readonly reference: string;
  readonly says: Exclude<BankSays, 'accepted'>;
  readonly amountFen: number;
}

/** How a movement of the bank and one of ours fit together; each of the last three is a discrepancy. */
export const FITS = ['matched', 'missingAtBank', 'missingHere', 'amountDiffers'] as const;
export type Fit = (typeof FITS)[number];

/** A movement, or two that are one. What a side does not have is null. */
export interface ComparedLine {
  readonly fit: Fit;
  readonly reference: string;
  readonly says: Movement['says'];
  readonly ourFen: number | null;
  readonly bankFen: number | null;
}

/**
 * 对账: what we have booked against what the bank's statement has. Every movement of either side falls in exactly one
 * line; a second movement of the same order is a movement of its own. In whatever order they come, the lines are the
 * same: by reference, credits before returns.
 */
export function compare(ours: readonly Movement[], bank: readonly Movement[]): ComparedLine[] {
  const [here, there] = [amountsBySubject(ours), amountsBySubject(bank)];
  const subjects = [...new Set([...here.keys(), ...there.keys()])].toSorted(byCode);
  return subjects.flatMap((subject) => compareAmounts(subject, here.get(subject) ?? [], there.get(subject) ?? []));
}

/**
 * What several statements of one day have together: a later statement holds what an earlier one of the same account
 * had, and another account's has other movements. So a movement counts as often as the statement has it that has it
 * most often.
 */
export function together(statements: readonly (readonly Movement[])[]): Movement[] {
  const all = new Map<string, Movement[]>();
  for (const statement of statements) {
    const same = grouped(statement, ({ reference, says, amountFen }) => `${reference} ${says} ${amountFen}`);
    for (const [key, movements] of same) if (movements.length > (all.get(key)?.length ?? 0)) all.set(key, movements);
  }
  return [...all.values()].flat();
}

/**
 * The day whose statement a booking is compared with: its own, or where that does not have it the day before or after,
 * as a bank may report late in the evening and book the next morning. Never two of them: a second credit is seen.
 */
export const statementDay = (bookedOn: string, isOn: (date: string) => boolean): string =>
  [bookedOn, dayBefore(bookedOn), dayAfter(bookedOn)].find(isOn) ?? bookedOn;

export const dayAfter = (date: string): string => shanghaiDate(startOfShanghaiDay(date) + DAY_MS);
export const dayBefore = (date: string): string => shanghaiDate(startOfShanghaiDay(date) - DAY_MS);

/** How many lines there are of each fit, and the fen of those that match. */
export function countFits(lines: readonly ComparedLine[]): Record<Fit, number> & { matchedFen: number } {
  const count = (fit: Fit) => lines.filter((line) => line.fit === fit).length;
  const matchedFen = lines.reduce((sum, { fit, ourFen }) => sum + (fit === 'matched' ? ourFen! : 0), 0);
  return {
    ...{ matched: count('matched'), missingAtBank: count('missingAtBank') },
    ...{ missingHere: count('missingHere'), amountDiffers: count('amountDiffers'), matchedFen },
  };
}

const SEPARATOR = ' ';

function amountsBySubject(movements: readonly Movement[]): Map<string, number[]> {
  const groups = grouped(movements, ({ reference, says }) => `${reference}${SEPARATOR}${says}`);
  return new Map([...groups].map(([subject, group]) => [subject, group.map(({ amountFen }) => amountFen)]));
}

function compareAmounts(subject: string, ours: readonly number[], bank: readonly number[]): ComparedLine[] {
  const at = subject.lastIndexOf(SEPARATOR);
  const about = { reference: subject.slice(0, at), says: subject.slice(at + 1) as Movement['says'] };
  const same = inBoth(ours, bank);
  const [here, there] = [without(ours, same), without(bank, same)];
  const pairs = Math.min(here.length, there.length);
  return [
    ...same.map((fen) => ({ fit: 'matched' as const, ...about, ourFen: fen, bankFen: fen })),
    ...here.slice(0, pairs).map((ourFen, nth) => {
      return { fit: 'amountDiffers' as const, ...about, ourFen, bankFen: there[nth]! };
    }),
    ...here.slice(pairs).map((ourFen) => ({ fit: 'missingAtBank' as const, ...about, ourFen, bankFen: null })),
    ...there.slice(pairs).map((bankFen) => ({ fit: 'missingHere' as const, ...about, ourFen: null, bankFen })),
  ];
}

/** Amounts that both have, each as often as both have it, the smallest first. */
function inBoth(ours: readonly number[], bank: readonly number[]): number[] {
  const left = [...bank];
  const same = ours.filter((fen) => {
    const at = left.indexOf(fen);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return same.toSorted(bySize);
}

function without(amounts: readonly number[], taken: readonly number[]): number[] {
  const left = [...amounts];
  for (const fen of taken) left.splice(left.indexOf(fen), 1);
  return left.toSorted(bySize);
}

const bySize = (one: number, other: number): number => one - other;
const byCode = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
