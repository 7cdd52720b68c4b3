import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { creditCodeOf, isCreditCode } from '../../domain/rules/credit-code.js';

const ALPHABET = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY', (character) => character);
const body = fc.array(fc.constantFrom(...ALPHABET), { minLength: 17, maxLength: 17 }).map((all) => all.join(''));

describe('A unified social credit code', () => {
  test('of the standard’s own example fits its check character', () => {
    expect(isCreditCode('91350100M000100Y43')).toBe(true);
  });

  test('is right only with its one check character', () => {
    fc.assert(
      fc.property(body, (first) => {
        const fitting = ALPHABET.filter((last) => isCreditCode(first + last));
        expect(fitting).toEqual([creditCodeOf(first).at(-1)]);
      }),
    );
  });

  test('with one character mistaken, or two neighbours changed about, is told', () => {
    fc.assert(
      fc.property(body, fc.nat(16), fc.constantFrom(...ALPHABET), (first, at, other) => {
        const code = creditCodeOf(first);
        const mistaken = code.slice(0, at) + other + code.slice(at + 1);
        const swapped = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2);
        for (const wrong of [mistaken, swapped]) expect(isCreditCode(wrong)).toBe(wrong === code);
      }),
    );
  });

  test.each(['', '91350100M000100Y4', '91350100M000100Y433', '9135010OM000100Y43', '91350100m000100y43'])(
    '%j is none',
    (code) => {
      expect(isCreditCode(code)).toBe(false);
    },
  );
});
