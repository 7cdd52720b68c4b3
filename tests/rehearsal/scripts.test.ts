import { describe, expect, test } from '@jest/globals';
import { KINDS } from '../../cli/rehearsal/kinds.js';
import { mixOf } from '../../cli/rehearsal/mix.js';
import { kindOf } from '../../cli/rehearsal/script.js';
import { SCRIPTS } from '../../cli/rehearsal/scripts.js';

const count = (ids: readonly string[]) =>
  Object.fromEntries(SCRIPTS.map(({ id }) => [id, ids.filter((each) => each === id).length]));
const idsOf = (households: number, seed: string) => mixOf(SCRIPTS, households, seed).map(({ id }) => id);

describe('The scripts of a rehearsal', () => {
  test('show every way in which a case can end', () => {
    const outcomes = new Set(SCRIPTS.map(({ ends }) => ends.outcome));
    expect([...outcomes].toSorted()).toEqual(
      [
        'closedForChange',
        'completed',
        'housedOtherwise',
        'lapsed',
        'notCompleted',
        'notConfirmed',
        'refused',
        'withdrawn',
      ].toSorted(),
    );
    const findings = new Set(SCRIPTS.flatMap(({ ends }) => ends.finding ?? []));
    expect(findings).toEqual(new Set(['usedAsIntended', 'partlyUsed', 'notUsed']));
  });

  test('have names of their own', () => {
    expect(new Set(SCRIPTS.map(({ id }) => id)).size).toBe(SCRIPTS.length);
  });

  test('of fifty households each is followed by its share', () => {
    const shares = Object.fromEntries(SCRIPTS.map(({ id, share }) => [id, share]));
    expect(count(idsOf(50, 'any'))).toEqual(shares);
    expect(count(idsOf(100, 'any'))).toEqual(Object.fromEntries(SCRIPTS.map(({ id, share }) => [id, 2 * share])));
  });

  test.each([40, 25])(
    'of %i households some follow every order of stages and every route, whatever the seed',
    (households) => {
      for (const seed of Array.from({ length: 30 }, (_, index) => `seed ${index}`)) {
        const mix = mixOf(SCRIPTS, households, seed);
        expect(mix).toHaveLength(households);
        expect(new Set(mix.map(kindOf))).toEqual(new Set(Object.keys(KINDS)));
      }
    },
  );

  test('are mixed the same by the same seed, and otherwise by another', () => {
    expect(idsOf(20, 'one')).toEqual(idsOf(20, 'one'));
    expect(idsOf(20, 'one')).not.toEqual(idsOf(20, 'two'));
  });
});
