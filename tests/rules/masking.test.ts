import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maskAddress, maskFreeText, maskName, maskNumber } from '../../domain/rules/masking.js';

const secret = fc.stringMatching(/^([0-9]{17}[0-9X]|[0-9]{15}|1[3-9][0-9]{9}|[0-9]{16,19}|0571[0-9]{7})$/);
const separator = fc.constantFrom('', ' ', '-', '－', '.', ' - ', '\u200b', '　');
/** What people write around it: characters, punctuation, line ends, but no digits of its own. */
const words = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\p{N}/gu, '号'));

describe('names', () => {
  test.each([
    ['张三', '张*'],
    ['张小三', '张**'],
    ['', ''],
  ])('%j is published as %j', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  test('nothing but the first character is ever left of a name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        expect(Array.from(maskName(name)).slice(1).join('').replaceAll('*', '')).toBe('');
      }),
    );
  });
});

describe('a public page shows no digit of an identity number, a telephone number or an account', () => {
  test('where they stand in fields of their own', () => {
    fc.assert(
      fc.property(secret, (number) => {
        expect(maskNumber(number)).toMatch(/^\*+$/);
      }),
    );
  });

  test('where somebody wrote one into a text, however spaced out, no three digits in a row are left', () => {
    fc.assert(
      fc.property(words, secret, separator, words, (before, number, between, after) => {
        const published = maskFreeText(before + spacedOut(number, between) + after);
        expect(published).not.toMatch(/\p{N}/u);
      }),
    );
  });

  test('where it is typed in full-width digits or spelled out in characters', () => {
    expect(maskFreeText('电话１３８０００１２３４５。')).toBe('电话***********。');
    expect(maskFreeText('电话一三八零零零一二三四五。')).toBe('电话***********。');
    expect(maskFreeText('他的身份证是11010519491231002x,请查')).toBe('他的身份证是******************,请查');
  });

  test('an address is published down to the village', () => {
    expect(maskAddress('威坪镇茶合村十二组34号')).toBe('威坪镇茶合村**');
    expect(maskAddress('城中湖南路1234号')).toBe('**');
  });
});

test('short numbers stay readable in what people write', () => {
  expect(maskFreeText('他家只种了3亩茶叶，却报了12亩（2026年3月）')).toBe('他家只种了3亩茶叶，却报了12亩（2026年3月）');
});

test('masking a text twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(maskFreeText(maskFreeText(text))).toBe(maskFreeText(text));
    }),
  );
});

function spacedOut(number: string, between: string): string {
  return number.replace(/([0-9]{3,4})(?=[0-9])/g, `$1${between}`);
}
