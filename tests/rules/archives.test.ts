import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { archiveClass, archiveNumber } from '../../domain/rules/archive-number.js';
import {
  ARCHIVE_APPRAISALS,
  ARCHIVE_STATES,
  ARCHIVE_TERMS,
  destructionObstacle,
  isTermOver,
  keptOnUntil,
  recordKind,
  termBegins,
  termEnds,
  termOf,
} from '../../domain/rules/archives.js';

const day = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const years = (from: string, to: string) => Number(to.slice(0, 4)) - Number(from.slice(0, 4));

describe('保管期限: how long an archive file is kept', () => {
  test('is ten whole years for what nothing was given in, thirty for money, for good for house and land', () => {
    const kinds = fc.record({
      workflow: fc.constantFrom('directProject', 'relief', 'entitlementRun', 'x'),
      given: fc.boolean(),
    });
    fc.assert(
      fc.property(kinds, (closed) => {
        expect(termOf(recordKind(closed))).toBe(closed.given ? 'years30' : 'years10');
      }),
    );
    for (const workflow of ['relocation', 'renovation']) {
      expect(termOf(recordKind({ workflow, given: true }))).toBe('permanent');
      expect(termOf(recordKind({ workflow, given: false }))).toBe('years10');
    }
  });

  test('begins with the year after the closing and ends with a year, whatever the day of the closing', () => {
    fc.assert(
      fc.property(day, (closedOn) => {
        expect(termEnds('permanent', closedOn)).toBeNull();
        for (const [term, length] of [
          ['years10', 10],
          ['years30', 30],
        ] as const) {
          const [first, last] = [termBegins(closedOn), termEnds(term, closedOn)!];
          expect([first > closedOn, first.slice(4), last.slice(4)]).toEqual([true, '-01-01', '-12-31']);
          expect(years(first, last) + 1).toBe(length);
          expect([isTermOver(last, last), isTermOver(last, `${Number(last.slice(0, 4)) + 1}-01-01`)]).toEqual([
            false,
            true,
          ]);
          expect(years(last, keptOnUntil(last))).toBe(10);
        }
      }),
    );
  });

  test('never ends where a file is kept for good', () => {
    fc.assert(fc.property(day, (today) => expect(isTermOver(null, today)).toBe(false)));
  });
});

describe('销毁: what may be destroyed', () => {
  const file = fc.record({
    ...{ state: fc.constantFrom(...ARCHIVE_STATES), keptUntil: fc.option(day), held: fc.boolean(), open: fc.boolean() },
    appraisal: fc.option(fc.constantFrom(...ARCHIVE_APPRAISALS)),
  });

  test('is what is here, whose term is over, that an appraisal lets go, that nothing is open of and no auditor holds', () => {
    fc.assert(
      fc.property(file, day, (one, today) => {
        const { state, keptUntil, appraisal, held, open } = one;
        const may = state === 'kept' && keptUntil !== null && keptUntil < today && appraisal === 'destroy';
        expect(destructionObstacle(one, today) === undefined).toBe(may && !held && !open);
      }),
    );
  });
});

describe('档号: the number of an archive file', () => {
  test('names fonds, class and file, and tells each file from each other', () => {
    expect(archiveNumber('J001', archiveClass(2026, 'years30'), 1)).toBe('J001-JF03·2026·D30-0001');
    expect(archiveNumber('J001', archiveClass(2026, 'permanent'), 12_345)).toBe('J001-JF03·2026·Y-12345');
    const part = fc.tuple(
      fc.constantFrom('J001', 'A0027'),
      fc.integer({ min: 2000, max: 2099 }),
      fc.constantFrom(...ARCHIVE_TERMS),
      fc.integer({ min: 1, max: 99_999 }),
    );
    const numberOf = ([fonds, year, term, fileNo]: [string, number, (typeof ARCHIVE_TERMS)[number], number]) =>
      archiveNumber(fonds, archiveClass(year, term), fileNo);
    fc.assert(
      fc.property(part, part, (one, other) => {
        expect(numberOf(one) === numberOf(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });

  test('is refused where a part is none', () => {
    for (const [fonds, fileNo] of [
      ['j1', 1],
      ['J001', 0],
      ['J001', 1.5],
    ] as const) {
      expect(() => archiveNumber(fonds, archiveClass(2026, 'years10'), fileNo)).toThrow(RangeError);
    }
  });
});
