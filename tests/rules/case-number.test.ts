import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { caseNumber, isCaseNumber } from '../../domain/rules/case-number.js';

const parts = fc.record({
  countyCode: fc.stringMatching(/^[0-9]{6}$/),
  year: fc.integer({ min: 2018, max: 2099 }),
  serial: fc.integer({ min: 1, max: 999_999 }),
});

/** Every place where a case number has a digit. */
const DIGIT_PLACES = Array.from('000000-0000-000000-0').flatMap((character, index) =>
  character === '0' ? [index] : [],
);

describe('case numbers', () => {
  test.each([
    ['330127', 2026, 1, '330127-2026-000001-6'],
    ['339901', 2026, 123_456, '339901-2026-123456-2'],
    ['330127', 2019, 999_999, '330127-2019-999999-3'],
  ])('the check digit of %s, %p, %p is that of ISO 7064 MOD 11,10', (countyCode, year, serial, number) => {
    expect(caseNumber(countyCode, year, serial)).toBe(number);
  });

  test('every case number is one', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const number = caseNumber(given.countyCode, given.year, given.serial);
        expect(isCaseNumber(number)).toBe(true);
      }),
    );
  });

  test('one wrong digit is always found', () => {
    fc.assert(
      fc.property(parts, fc.constantFrom(...DIGIT_PLACES), fc.integer({ min: 1, max: 9 }), (given, at, by) => {
        const number = caseNumber(given.countyCode, given.year, given.serial);
        const wrong = String((Number(number[at]) + by) % 10);
        expect(isCaseNumber(number.slice(0, at) + wrong + number.slice(at + 1))).toBe(false);
      }),
    );
  });

  test('of all swaps of neighbouring digits at least 97 of 100 are found', () => {
    let swaps = 0;
    let found = 0;
    for (let serial = 1; serial <= 999_999; serial += 997) {
      const digits = caseNumber('330127', 2026, serial).replaceAll('-', '');
      for (let at = 0; at < digits.length - 1; at += 1) {
        const [left = '', right = ''] = digits.slice(at, at + 2);
        if (left === right) continue;
        swaps += 1;
        if (!isCaseNumber(withHyphens(digits.slice(0, at) + right + left + digits.slice(at + 2)))) found += 1;
      }
    }
    expect(found / swaps).toBeGreaterThanOrEqual(0.97);
  });

  test.each(['', '330127-2026-000001', '330127-2026-000001-66', ' 330127-2026-000001-6', '33012720260000016'])(
    '%j is no case number',
    (text) => {
      expect(isCaseNumber(text)).toBe(false);
    },
  );

  test.each([0, -1, 1.5, 1_000_000])('serial %p is out of range', (serial) => {
    expect(() => caseNumber('330127', 2026, serial)).toThrow(RangeError);
  });
});

function withHyphens(digits: string): string {
  return [digits.slice(0, 6), digits.slice(6, 10), digits.slice(10, 16), digits.slice(16)].join('-');
}
