import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  ageOn,
  birthDateOf,
  identityCheckCharacter,
  isIdentityNumber,
  normalIdentityNumber,
  sexOf,
} from '../../domain/rules/identity-number.js';

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const birthDate = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const identityNumber = fc
  .tuple(digits(5), birthDate, digits(3))
  .map(([address, birth, sequence]) => `9${address}${birth.replaceAll('-', '')}${sequence}`)
  .map((first17) => first17 + identityCheckCharacter(first17));

describe('identity numbers (GB 11643)', () => {
  test('the two examples of the standard are identity numbers', () => {
    expect(isIdentityNumber('11010519491231002X')).toBe(true);
    expect(isIdentityNumber('440524188001010014')).toBe(true);
    expect(sexOf('11010519491231002X')).toBe('female');
    expect(sexOf('440524188001010014')).toBe('male');
  });

  test('one wrong digit is always found', () => {
    fc.assert(
      fc.property(identityNumber, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const wrong = String((Number(number[at]) + by) % 10);
        expect(isIdentityNumber(number)).toBe(true);
        expect(isIdentityNumber(number.slice(0, at) + wrong + number.slice(at + 1))).toBe(false);
      }),
    );
  });

  test('two neighbouring digits swapped are always found', () => {
    fc.assert(
      fc.property(identityNumber, fc.nat(15), (number, at) => {
        const [left = '', right = ''] = number.slice(at, at + 2);
        fc.pre(left !== right);
        expect(isIdentityNumber(number.slice(0, at) + right + left + number.slice(at + 2))).toBe(false);
      }),
    );
  });

  test('a date that does not exist makes no identity number, however right the check character', () => {
    const first17 = '99000120230230001';
    expect(isIdentityNumber(first17 + identityCheckCharacter(first17))).toBe(false);
  });

  test('the date of birth and the age are read from it', () => {
    expect(birthDateOf('11010519491231002X')).toBe('1949-12-31');
    expect(ageOn('11010519491231002X', '2009-12-30')).toBe(59);
    expect(ageOn('11010519491231002X', '2009-12-31')).toBe(60);
  });

  test('full-width digits, a small x and spaces are put right before the number is judged', () => {
    expect(normalIdentityNumber(' １１０１０５19491231002x ')).toBe('11010519491231002X');
  });

  test('what is said of a wrong number does not repeat it', () => {
    expect(() => birthDateOf('110105194912310021')).toThrow(/^not an identity number$/);
  });
});
