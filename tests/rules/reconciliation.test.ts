import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  compare,
  type ComparedLine,
  countFits,
  FITS,
  type Movement,
  together,
} from '../../domain/rules/reconciliation.js';

/** Few references and amounts, so that they meet. */
const movement: fc.Arbitrary<Movement> = fc.record({
  reference: fc.constantFrom('A-P1', 'A-P2', 'B-P1', 'foreign 1'),
  says: fc.constantFrom('credited' as const, 'returned' as const),
  amountFen: fc.integer({ min: 1, max: 3 }),
});
const side = fc.array(movement, { maxLength: 12 });
const ofFit = (lines: readonly ComparedLine[], ...fits: string[]) => lines.filter(({ fit }) => fits.includes(fit));
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

describe('对账: the statement of a day against the ledger', () => {
  test('what agrees is matched; the others are missing at the bank, missing here, or of another amount', () => {
    const credited = (reference: string, amountFen: number) => ({ reference, says: 'credited' as const, amountFen });
    const ours = [credited('A', 100), credited('B', 200), credited('C', 300)];
    const bank = [credited('C', 299), credited('D', 400), credited('A', 100)];
    expect(compare(ours, bank)).toEqual([
      { fit: 'matched', reference: 'A', says: 'credited', ourFen: 100, bankFen: 100 },
      { fit: 'missingAtBank', reference: 'B', says: 'credited', ourFen: 200, bankFen: null },
      { fit: 'amountDiffers', reference: 'C', says: 'credited', ourFen: 300, bankFen: 299 },
      { fit: 'missingHere', reference: 'D', says: 'credited', ourFen: null, bankFen: 400 },
    ]);
  });

  test('a second credit of the same order is missing here, however alike they are', () => {
    const once: Movement = { reference: 'A-P1', says: 'credited', amountFen: 100 };
    expect(compare([once], [once, once]).map(({ fit }) => fit)).toEqual(['matched', 'missingHere']);
  });

  test('a credit and the return that follows it are two movements', () => {
    const credit: Movement = { reference: 'A-P1', says: 'credited', amountFen: 100 };
    const lines = compare([credit, { ...credit, says: 'returned' }], [credit]);
    expect(lines.map(({ fit, says }) => [fit, says])).toEqual([
      ['matched', 'credited'],
      ['missingAtBank', 'returned'],
    ]);
  });

  test('every movement of either side falls in exactly one line, and its amount with it', () => {
    fc.assert(
      fc.property(side, side, (ours, bank) => {
        const lines = compare(ours, bank);
        const here = lines.filter(({ ourFen }) => ourFen !== null);
        const there = lines.filter(({ bankFen }) => bankFen !== null);
        const keys = (movements: readonly { reference: string; says: string }[], fen: readonly number[]) =>
          movements.map(({ reference, says }, nth) => `${reference} ${says} ${fen[nth]}`).toSorted();
        const fenOf = (movements: readonly Movement[]) => movements.map(({ amountFen }) => amountFen);
        expect(
          keys(
            here,
            here.map(({ ourFen }) => ourFen!),
          ),
        ).toEqual(keys(ours, fenOf(ours)));
        expect(
          keys(
            there,
            there.map(({ bankFen }) => bankFen!),
          ),
        ).toEqual(keys(bank, fenOf(bank)));
      }),
    );
  });

  test('the counts add up to the movements of each side', () => {
    fc.assert(
      fc.property(side, side, (ours, bank) => {
        const lines = compare(ours, bank);
        const { matched, missingAtBank, missingHere, amountDiffers, matchedFen } = countFits(lines);
        expect(matched + missingAtBank + amountDiffers).toBe(ours.length);
        expect(matched + missingHere + amountDiffers).toBe(bank.length);
        expect(sum(FITS.map((fit) => ofFit(lines, fit).length))).toBe(lines.length);
        const beside = ofFit(lines, 'missingAtBank', 'amountDiffers').map(({ ourFen }) => ourFen!);
        expect(matchedFen + sum(beside)).toBe(sum(ours.map(({ amountFen }) => amountFen)));
      }),
    );
  });

  test('seen from the other side, what is missing here is missing there', () => {
    const SWAPPED = {
      matched: 'matched',
      amountDiffers: 'amountDiffers',
      missingHere: 'missingAtBank',
      missingAtBank: 'missingHere',
    } as const;
    fc.assert(
      fc.property(side, side, (ours, bank) => {
        const swapped = compare(bank, ours).map(({ fit, ourFen, bankFen, ...about }) => {
          return { fit: SWAPPED[fit], ...about, ourFen: bankFen, bankFen: ourFen };
        });
        expect(swapped).toEqual(compare(ours, bank));
      }),
    );
  });

  test('the same movements in another order are the same lines', () => {
    fc.assert(
      fc.property(side, side, (ours, bank) => {
        expect(compare(ours.toReversed(), bank.toReversed())).toEqual(compare(ours, bank));
      }),
    );
  });

  test('equal amounts of an order are never told as different ones', () => {
    fc.assert(
      fc.property(side, side, (ours, bank) => {
        const lines = ofFit(compare(ours, bank), 'amountDiffers', 'missingHere', 'missingAtBank');
        const here = new Set(lines.map(({ reference, says, ourFen }) => `${reference} ${says} ${ourFen}`));
        const meets = lines.some(({ reference, says, bankFen }) => here.has(`${reference} ${says} ${bankFen}`));
        expect(meets).toBe(false);
      }),
    );
  });

  test('a later statement of the day counts with the earlier ones once; statements of two accounts add up', () => {
    fc.assert(
      fc.property(side, side, (earlier, more) => {
        const later = [...earlier, ...more];
        expect(compare(together([earlier, later]), later)).toEqual(compare(later, later));
        expect(compare(together([later, earlier, later]), later)).toEqual(compare(later, later));
        const other = more.map((line) => ({ ...line, reference: `other ${line.reference}` }));
        expect(together([earlier, other])).toHaveLength(earlier.length + other.length);
      }),
    );
  });
});
