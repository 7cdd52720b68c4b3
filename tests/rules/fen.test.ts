import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isFen, parseYuan, sumFen, yuanText } from '../../domain/rules/fen.js';

const amountFen = fc.maxSafeNat();

describe('amounts of fen', () => {
  test('what is written in yuan is read back as the same amount', () => {
    fc.assert(
      fc.property(amountFen, (amount) => {
        expect(parseYuan(yuanText(amount))).toBe(amount);
      }),
    );
  });

  test.each([
    [0, '0.00'],
    [5, '0.05'],
    [123_450, '1,234.50'],
    [100_000_000, '1,000,000.00'],
  ])('%p fen is written %s', (amount, text) => {
    expect(yuanText(amount)).toBe(text);
  });

  test.each([
    ['1234.5', 123_450],
    ['￥1,234.50', 123_450],
    ['１２３４元', 123_400],
    ['0.29', 29],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('%s yuan is read as %p fen', (text, amount) => {
    expect(parseYuan(text)).toBe(amount);
  });

  test.each(['', '-1', '1.234', '1,23', '1e3', 'abc', '1.2.3', '0x10', '90071992547409.92', '.5'])(
    '%j is not an amount',
    (text) => {
      expect(parseYuan(text)).toBeUndefined();
    },
  );

  test.each([-1, -0, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1, '1', null])(
    '%p is not an amount of fen',
    (value) => {
      expect(isFen(value)).toBe(false);
    },
  );

  test('a sum is exact or refused, never rounded', () => {
    fc.assert(
      fc.property(fc.array(amountFen), (amounts) => {
        const exact = amounts.reduce((total, amount) => total + BigInt(amount), 0n);
        if (exact > BigInt(Number.MAX_SAFE_INTEGER)) expect(() => sumFen(amounts)).toThrow(RangeError);
        else expect(BigInt(sumFen(amounts))).toBe(exact);
      }),
    );
  });
});
