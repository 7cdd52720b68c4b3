import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { subsidyFen } from '../../domain/rules/amounts.js';
import { type PublishedStandard, standardFor } from '../../domain/rules/household-standard.js';
import { HOUSEHOLD_GROUPS } from '../../domain/schemas/published-standard.js';
import { byGrade, capped, discretionary, fen, flat, standard } from './support/standards.js';

const group = fc.constantFrom(...HOUSEHOLD_GROUPS);
/** All but the shares with a minimum rate, to which caps give way. */
const limited = fc.oneof(capped, flat, byGrade, discretionary);
const persons = fc.integer({ min: 1, max: 12 });

describe('The standard for a household', () => {
  test('is the published one where nothing of it hangs on the household', () => {
    fc.assert(
      fc.property(standard, group, persons, (published, group, persons) => {
        expect(standardFor(published, { group, persons })).toEqual(published);
      }),
    );
  });

  test('is the row of its group in a table by grade and group', () => {
    fc.assert(
      fc.property(byGrade, byGrade, persons, (dibao, others, persons) => {
        const table = { dibao: dibao.fenByGrade, lowIncome: others.fenByGrade };
        const published: PublishedStandard = { kind: 'byGradeAndGroup', fenByGrade: table };
        expect(standardFor(published, { group: 'dibao', persons })).toEqual(dibao);
        expect(standardFor(published, { group: 'lowIncome', persons })).toEqual(others);
        expect(subsidyFen(standardFor(published, { group: 'dibaoMarginal', persons }), 1)).toBe(0);
      }),
    );
  });

  test('never pays above what the yearly cap leaves, and the same as before where it leaves enough', () => {
    fc.assert(
      fc.property(limited, fc.nat(1_000_000_000), fc.maxSafeNat(), (by, leftThisYearFen, quantity) => {
        const amountFen = subsidyFen(standardFor(by, { group: 'lowIncome', persons: 3, leftThisYearFen }), quantity);
        expect(amountFen).toBeLessThanOrEqual(leftThisYearFen);
        const freely = subsidyFen(by, quantity);
        expect(amountFen).toBe(Math.min(freely, leftThisYearFen));
      }),
    );
  });

  test('never pays above the cap of the household, nor above that of its members together', () => {
    fc.assert(
      fc.property(capped, fen, fc.maxSafeNat(), persons, (by, capPerPersonFen, quantity, persons) => {
        const amountFen = subsidyFen(
          standardFor({ ...by, capPerPersonFen }, { group: 'lowIncome', persons }),
          quantity,
        );
        expect(amountFen).toBeLessThanOrEqual(by.capFen);
        expect(amountFen).toBeLessThanOrEqual(capPerPersonFen * persons);
        expect(amountFen).toBeLessThanOrEqual(subsidyFen(by, quantity));
      }),
    );
  });
});
