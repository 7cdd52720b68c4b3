import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Keyring } from '../../platform/keyring.js';
import { open, seal } from '../../platform/seal.js';

const master = (fill: number) => Buffer.alloc(32, fill).toString('base64');

describe('The keyring', () => {
  test('derives the same keys again from the same master key', () => {
    const [a, b] = [Keyring.from(master(1)), Keyring.from(master(1))];
    expect(a.county('330127').key).toEqual(b.county('330127').key);
    expect(a.lookup('phone', '555')).toBe(b.lookup('phone', '555'));
    expect(b.unwrap(a.newHouseholdKey().wrapped)).toHaveLength(32);
  });

  test('gives every county, every purpose and every master key another key', () => {
    const [a, b] = [Keyring.from(master(1)), Keyring.from(master(2))];
    const keys = [a.county('330127'), a.county('330100'), a.system(), b.county('330127'), b.system()];
    expect(new Set(keys.map(({ key }) => key.toString('hex'))).size).toBe(keys.length);
    const kinds = ['idNumber', 'phone', 'account', 'code'] as const;
    const hashes = [...kinds.map((kind) => a.lookup(kind, '1')), ...kinds.map((kind) => b.lookup(kind, '1'))];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  test('wraps a key of its own for every household, which opens what it sealed and nothing else', () => {
    const keyring = Keyring.from(master(1));
    const [one, other] = [keyring.newHouseholdKey(), keyring.newHouseholdKey()];
    const sealed = seal(one.key, 'reason', 'c');
    expect(open(keyring.unwrap(one.wrapped), sealed, 'c')).toBe('reason');
    expect(() => open(keyring.unwrap(other.wrapped), sealed, 'c')).toThrow(/wrong one/);
    expect(() => Keyring.from(master(2)).unwrap(one.wrapped)).toThrow(expect.objectContaining({ code: 'UNSEALABLE' }));
  });

  test('finds a number however it was typed, and another number never', () => {
    const keyring = Keyring.from(master(1));
    expect(keyring.lookup('account', '6222 0000-0000 01x')).toBe(keyring.lookup('account', '622200000000０１Ｘ'));
    fc.assert(
      fc.property(fc.stringMatching(/^\d{6,18}$/), fc.stringMatching(/^\d{6,18}$/), (one, other) => {
        const hash = keyring.lookup('idNumber', one);
        expect(hash).toMatch(/^[0-9a-f]{64}$/);
        expect(hash === keyring.lookup('idNumber', other)).toBe(one === other);
      }),
    );
  });

  test.each(['', 'secret', randomBytes(31).toString('base64'), randomBytes(33).toString('base64'), 'zz'.repeat(32)])(
    'refuses a master key that is not 32 bytes in base64, and says how to make one',
    (wrong) => {
      expect(() => Keyring.from(wrong)).toThrow(/openssl rand -base64 32/);
    },
  );

  test('has no key for a name that is neither a county nor the system', () => {
    expect(() => Keyring.from(master(1)).county('33012')).toThrow(/six digits/);
  });
});
