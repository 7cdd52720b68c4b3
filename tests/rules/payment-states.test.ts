import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BANK_SAYS, effectOf } from '../../domain/rules/bank-words.js';
import { PAYMENT_STATE_NAMES, PAYMENT_STATES, type PaymentState } from '../../domain/rules/payment-states.js';

const after = (state: PaymentState): readonly PaymentState[] => PAYMENT_STATES[state];

/** All that can be reached from a state, with it. */
function reachable(from: PaymentState, seen = new Set<PaymentState>()): Set<PaymentState> {
  if (!seen.has(from)) after(seen.add(from) && from).forEach((next) => reachable(next, seen));
  return seen;
}

describe('the states of a payment order', () => {
  test('every one is reached from the first', () => {
    expect([...reachable('prepared')].toSorted()).toEqual([...PAYMENT_STATE_NAMES].toSorted());
  });

  test('what was replaced, cancelled or claimed back stays so', () => {
    expect((['reissued', 'cancelled', 'recovered'] as const).flatMap(after)).toEqual([]);
  });

  test('nothing that may have left the house is cancelled', () => {
    for (const state of ['sent', 'unknown', 'accepted', 'credited'] as const)
      expect(after(state)).not.toContain('cancelled');
  });

  test('a word of the bank moves an order only where the table lets it go', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PAYMENT_STATE_NAMES),
        fc.constantFrom(...BANK_SAYS),
        fc.nat(),
        fc.option(fc.nat(), { nil: undefined }),
        (state, says, bookedAt, settledAt) => {
          const order = { state, amountFen: 1, ...(settledAt !== undefined && { settledAt }) };
          const isPosted = effectOf({ says, amountFen: 1, bookedAt }, order) === 'posted';
          expect(!isPosted || after(state).includes(says)).toBe(true);
        },
      ),
    );
  });
});
