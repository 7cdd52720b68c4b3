import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  BANK_SAYS,
  type BankWord,
  datesContradict,
  effectOf,
  hear,
  isOnItsWay,
  type SpokenOf,
} from '../../domain/rules/bank-words.js';
import { PAYMENT_STATE_NAMES, PAYMENT_STATES, type PaymentState } from '../../domain/rules/payment-states.js';
import { startOfShanghaiDay } from '../../domain/rules/working-days.js';

const FEN = 70_000;
const sent: SpokenOf = { state: 'sent', amountFen: FEN };
const at = (hours: number): number => startOfShanghaiDay('2026-11-23') + hours * 3_600_000;
const word = (says: BankWord['says'], hours = 9): BankWord => ({ says, amountFen: FEN, bookedAt: at(hours) });

const says = fc.constantFrom(...BANK_SAYS);
const bookedAt = fc.integer({ min: 0, max: 72 }).map(at);
const rightWord: fc.Arbitrary<BankWord> = fc.record({ says, amountFen: fc.constant(FEN), bookedAt });
const anyWord = fc.oneof(
  { weight: 4, arbitrary: rightWord },
  { weight: 1, arbitrary: fc.record({ says, amountFen: fc.constantFrom(1, FEN - 1, FEN + 1), bookedAt }) },
);
const anyState = fc.constantFrom(...PAYMENT_STATE_NAMES);

interface Booked {
  readonly order: SpokenOf;
  readonly credits: number;
  readonly returnsOfCredits: number;
}

/** Hears words one after the other, and counts what is booked in the ledger. */
const hearAll = (words: readonly BankWord[], order: SpokenOf = sent): Booked =>
  words.reduce<Booked>(
    (booked, next) => {
      const { effect, order: after } = hear(next, booked.order);
      const isCredit = effect === 'posted' && next.says === 'credited';
      const isReturn = effect === 'posted' && next.says === 'returned' && booked.order.state === 'credited';
      return {
        order: after,
        credits: booked.credits + Number(isCredit),
        returnsOfCredits: booked.returnsOfCredits + Number(isReturn),
      };
    },
    { order, credits: 0, returnsOfCredits: 0 },
  );

/** The same words in some order, some of them repeated. */
const shuffled = <T>(words: readonly T[]): fc.Arbitrary<T[]> =>
  fc
    .array(fc.nat({ max: Math.max(0, words.length - 1) }), { maxLength: 3 })
    .map((again) => [...words, ...again.flatMap((index) => words.slice(index, index + 1))])
    .chain((all) => fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }));

describe('whatever the bank says, in whatever order, however often', () => {
  test('at most one credit is booked for an order, and no more is taken back than was credited', () => {
    fc.assert(
      fc.property(fc.array(anyWord, { maxLength: 12 }), (words) => {
        const { order, credits, returnsOfCredits } = hearAll(words);
        expect(credits).toBeLessThanOrEqual(1);
        expect(returnsOfCredits).toBeLessThanOrEqual(credits);
        // The ledger has it as spent exactly where the order is credited.
        expect(credits - returnsOfCredits).toBe(order.state === 'credited' ? 1 : 0);
      }),
    );
  });

  test('a report that is read twice changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyWord, { maxLength: 6 }), fc.array(anyWord, { maxLength: 6 }), (before, report) => {
        const once = hearAll(report, hearAll(before).order);
        const twice = hearAll(report, once.order);
        expect([twice.credits, twice.returnsOfCredits]).toEqual([0, 0]);
        expect(twice.order).toEqual(once.order);
      }),
    );
  });

  test('the order of the reports does not matter for where the order ends, nor for what is booked of it', () => {
    const words = fc.array(rightWord, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        words.chain((list) => fc.tuple(fc.constant(list), shuffled(list))),
        ([list, otherwise]) => {
          const [one, other] = [hearAll(list), hearAll(otherwise)];
          expect(other.order.state).toBe(one.order.state);
          expect(other.credits - other.returnsOfCredits).toBe(one.credits - one.returnsOfCredits);
        },
      ),
    );
  });

  test('an order moves only as its table of states allows, and what is final is told by no wrong amount', () => {
    fc.assert(
      fc.property(anyState, anyWord, fc.option(bookedAt, { nil: undefined }), (state, next, settledAt) => {
        const order: SpokenOf = { state, amountFen: FEN, ...(settledAt !== undefined && { settledAt }) };
        const after = hear(next, order).order.state;
        if (after !== state) expect(PAYMENT_STATES[state] as readonly PaymentState[]).toContain(after);
        if (next.amountFen !== FEN) expect(after).toBe(isOnItsWay(state) ? 'unknown' : state);
      }),
    );
  });

  test('nothing is posted to an order that has not left the house', () => {
    for (const state of ['prepared', 'checked', 'batched', 'cancelled'] as const) {
      for (const said of BANK_SAYS) expect(effectOf(word(said), { ...sent, state })).toBe('neverSent');
    }
  });
});

describe('what the bank says of an order', () => {
  test('that we never sent is foreign', () => expect(effectOf(word('credited'), undefined)).toBe('foreign'));

  test('with another amount is posted nowhere, and the order is not silently stuck', () => {
    const wrong = { ...word('credited'), amountFen: FEN - 1 };
    expect(hear(wrong, sent)).toEqual({ effect: 'wrongAmount', order: { ...sent, state: 'unknown' } });
    const credited: SpokenOf = { ...sent, state: 'credited', settledAt: at(9) };
    expect(hear(wrong, credited)).toEqual({ effect: 'wrongAmount', order: credited });
  });

  test('sends it back after the credit: the money came back', () => {
    const { order } = hear(word('credited', 9), sent);
    expect(hear(word('returned', 33), order)).toMatchObject({ effect: 'posted', order: { state: 'returned' } });
  });

  test('is older than its last word: nothing', () => {
    const back = hearAll([word('credited', 9), word('returned', 33)]).order;
    expect(effectOf(word('accepted', 8), back)).toBe('overtaken');
    expect(effectOf(word('credited', 9), back)).toBe('overtaken');
    expect(effectOf(word('returned', 33), back)).toBe('known');
  });

  test('credits what it had sent back: a contradiction, whichever it says first', () => {
    const [back, credit] = [word('returned', 9), word('credited', 10)];
    const sentBack = hear(back, sent).order;
    expect(hear(credit, sentBack)).toEqual({ effect: 'contradicts', order: sentBack });
    const credited = hear(credit, sent).order;
    expect(datesContradict(back, credited)).toBe(true);
    expect(hear(back, credited)).toMatchObject({ effect: 'posted', order: { state: 'returned' } });
  });

  test('is dated by the day alone: a return of the same day contradicts no credit', () => {
    const credited = hear(word('credited', 10), sent).order;
    expect(datesContradict(word('returned', 0), credited)).toBe(false);
    expect(datesContradict(word('returned', -24), credited)).toBe(true);
  });

  test('sends back what was claimed back already: somebody has to look', () =>
    expect(effectOf(word('returned', 40), { ...sent, state: 'recovered', settledAt: at(9) })).toBe('contradicts'));
});
