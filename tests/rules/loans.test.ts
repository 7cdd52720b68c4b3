import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { microcreditInterest } from '../../domain/programmes/microcredit.js';
import { subsidyFen } from '../../domain/rules/amounts.js';
import {
  atMostItsRate,
  daysUsed,
  hasFallenDue,
  type Loan,
  loanMissing,
  mostYuanDays,
  payableFrom,
  yuanDaysIn,
  yuanDaysOf,
} from '../../domain/rules/loans.js';
import { askedText } from '../../domain/texts/loans.js';

const STANDARD = { kind: 'interest', basisPoints: 435, dayBasis: 360, capFen: 435_000 } as const;
const RULE = { leastYuan: 50_000, mostYuan: 100_000, mostMonths: 36 };
const loan = (changes: Partial<Loan> = {}): Loan => ({
  ...{ principalYuan: 80_000, from: '2026-03-10', until: '2026-09-26', basisPoints: 435 },
  ...changes,
});
const interest = (one: Loan, year: number) => subsidyFen(atMostItsRate(STANDARD, one), yuanDaysIn(one, year));

/** Worked out by hand: principal × days × rate ÷ 360, rounded down to the fen. */
describe('The interest of a loan', () => {
  test.each([
    ['80 000 for 200 days of one year', loan(), 2026, 193_333],
    ['50 000 from 1 December: 31 days of the first year', longLoan(), 2025, 18_729],
    ['the same for the whole year between, 365 days', longLoan(), 2026, 220_520],
    ['the same until 1 March: 59 days of the last', longLoan(), 2027, 35_645],
    ['100 000 for 180 days at its own rate of 3.85 %', lowLoan(), 2026, 192_500],
    ['100 000 for the whole of a leap year: the cap', wholeYear(), 2028, 435_000],
    ['a year before it was paid out', loan(), 2025, 0],
    ['a year after it fell due', loan(), 2027, 0],
  ] as const)('%s', (_, one, year, fen) => {
    expect(interest(one, year)).toBe(fen);
  });

  test('is of each day once, the first counted and the last not, over however many years', () => {
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 1_500 }),
        fc.integer({ min: 1, max: 1_000 }),
        (date, days, thousands) => {
          const from = date.toISOString().slice(0, 10);
          const until = new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
          const one = loan({ principalYuan: thousands * 1_000, from, until });
          const years = Array.from({ length: 20 }, (_, place) => yuanDaysIn(one, 2018 + place));
          expect(years.reduce((sum, quantity) => sum + quantity, 0)).toBe(one.principalYuan * days);
          expect(years.every((quantity) => quantity <= mostYuanDays(one))).toBe(true);
        },
      ),
    );
  });

  test('is paid when the year is over, or the loan fell due; then nothing is left', () => {
    expect(payableFrom(longLoan(), 2026)).toBe('2027-01-01');
    expect(payableFrom(longLoan(), 2027)).toBe('2027-03-01');
    expect([2025, 2026, 2027, 2028].map((year) => hasFallenDue(longLoan(), year))).toEqual([false, false, false, true]);
    expect(hasFallenDue(loan({ until: '2027-01-01' }), 2027)).toBe(true);
  });
});

describe('A loan that a programme takes', () => {
  const fields = (changes: Partial<Loan>) => loanMissing(loan(changes), RULE).map(({ field }) => field);
  test.each([
    [{ principalYuan: 50_000 }, []],
    [{ principalYuan: 100_000 }, []],
    [{ principalYuan: 49_999 }, ['loan.principalYuan']],
    [{ principalYuan: 100_001 }, ['loan.principalYuan']],
    [{ until: '2026-03-10' }, ['loan.until']],
    [{ until: '2029-03-10' }, []],
    [{ until: '2029-03-11' }, ['loan.until']],
  ])('%j: %j', (changes, wrong) => {
    expect(fields(changes)).toEqual(wrong);
  });

  test('says its limits in the programme’s own figures, and is asked for where it is missing', () => {
    const [told] = loanMissing(loan({ principalYuan: 1 }), { leastYuan: 20_000, mostYuan: 30_000 });
    expect(told).toMatchObject({ zh: '贷款本金应在20000元至30000元之间' });
    expect(loanMissing(undefined, RULE).map(({ field }) => field)).toEqual(['loan']);
  });
});

describe('The quantity of interest', () => {
  test.each([
    [29_280_000, '本金80000元，一年用款366天', '80000 yuan for 366 days of a year'],
    [18_250_000, '本金80000元，一年用款228.1天', '80000 yuan for 228.1 days of a year'],
  ])('of %d yuan × days is told as days on which the principal is used: %s', (quantity, zh, en) => {
    expect(askedText(microcreditInterest.measure, loan(), quantity)).toEqual({ zh, en });
  });

  test('is written in tenths of days, and never more than was read', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 1, max: 3_660 }),
        (principalYuan, tenths) => {
          const quantity = yuanDaysOf({ principalYuan }, tenths);
          expect(quantity * 10).toBeLessThanOrEqual(principalYuan * tenths);
          if (principalYuan % 10 === 0) expect(daysUsed({ principalYuan }, quantity)).toBe(tenths);
        },
      ),
    );
  });
});

function longLoan(): Loan {
  return loan({ principalYuan: 50_000, from: '2025-12-01', until: '2027-03-01' });
}
function lowLoan(): Loan {
  return loan({ principalYuan: 100_000, from: '2026-01-01', until: '2026-06-30', basisPoints: 385 });
}
function wholeYear(): Loan {
  return loan({ principalYuan: 100_000, from: '2027-12-01', until: '2029-12-01', basisPoints: 500 });
}
