import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { open, openBytes, seal } from '../../platform/seal.js';

const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
const text = fc.string({ unit: 'grapheme', maxLength: 200 });
const unsealable = expect.objectContaining({ code: 'UNSEALABLE' });

describe('A sealed value', () => {
  test('opens again with its key and context, whatever the text', () => {
    fc.assert(fc.property(key, text, text, (k, plain, context) => open(k, seal(k, plain, context), context) === plain));
  });

  test('opens again as bytes, whatever the bytes', () => {
    fc.assert(
      fc.property(key, fc.uint8Array(), (k, bytes) =>
        openBytes(k, seal(k, bytes, 'c'), 'c').equals(Buffer.from(bytes)),
      ),
    );
  });

  test('does not open with another key, and says why', () => {
    fc.assert(
      fc.property(key, key, text, (k, other, plain) => {
        fc.pre(!Buffer.from(k).equals(Buffer.from(other)));
        expect(() => open(other, seal(k, plain, 'household/name'), 'household/name')).toThrow(unsealable);
      }),
    );
    expect(() => open(randomBytes(32), seal(randomBytes(32), 'x', 'household/name'), 'household/name')).toThrow(
      /household\/name.*key or the context is a wrong one, or the bytes were altered/,
    );
  });

  test('does not open in another place than it was sealed for', () => {
    const k = randomBytes(32);
    expect(() => open(k, seal(k, 'x', 'household/name'), 'household/phone')).toThrow(unsealable);
  });

  test('does not open when any one byte of it was altered or is missing', () => {
    fc.assert(
      fc.property(key, text, fc.nat(), fc.integer({ min: 1, max: 255 }), (k, plain, at, flip) => {
        const sealed = seal(k, plain, 'c');
        const altered = Buffer.from(sealed);
        const index = at % altered.length;
        altered[index] = (altered[index] ?? 0) ^ flip;
        expect(() => open(k, altered, 'c')).toThrow(unsealable);
        expect(() => open(k, sealed.subarray(0, index), 'c')).toThrow(unsealable);
      }),
    );
  });

  test('never looks the same twice and holds nothing of the text', () => {
    const k = randomBytes(32);
    const plain = 'a village road and four pigs';
    const first = seal(k, plain, 'c');
    expect(first.equals(seal(k, plain, 'c'))).toBe(false);
    expect(first.includes('village')).toBe(false);
  });
});
