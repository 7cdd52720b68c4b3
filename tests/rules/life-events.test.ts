import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { effectOf, endsIt, isLookedAt, LIFE_EVENT_EFFECTS, LIFE_EVENTS } from '../../domain/rules/life-events.js';

const event = fc.constantFrom(...LIFE_EVENTS);
const effect = fc.constantFrom(...LIFE_EVENT_EFFECTS);

describe('What a change in the household does', () => {
  test('is what the programme says of it, where it is the household’s', () => {
    fc.assert(fc.property(event, effect, (kind, said) => effectOf({ [kind]: said }, kind) === said));
  });

  test('is looked at where the programme says nothing', () => {
    fc.assert(fc.property(event, (kind) => isLookedAt(effectOf(undefined, kind))));
  });

  test('ends what is a person’s own with that person, whatever happened and whatever is said', () => {
    fc.assert(
      fc.property(event, effect, fc.constantFrom('dead' as const, 'departed' as const), (kind, said, status) => {
        expect(endsIt(effectOf({ [kind]: said }, kind, status))).toBe(true);
      }),
    );
  });

  test('never ends what is a person’s own for somebody else’s sake', () => {
    fc.assert(
      fc.property(event, effect, (kind, said) => {
        expect(endsIt(effectOf({ [kind]: said }, kind, 'present'))).toBe(false);
      }),
    );
  });
});
