import { ON_ITS_WAY, type PaymentState } from './payment-states.js';
import { shanghaiDate, startOfShanghaiDay } from './working-days.js';

/** What a bank says of an order. */
export const BANK_SAYS = ['accepted', 'credited', 'returned'] as const;
export type BankSays = (typeof BANK_SAYS)[number];

/** One line of a report of the bank. */
export interface BankWord {
  readonly says: BankSays;
  readonly amountFen: number;
  /** Epoch ms, by the bank's date of booking. */
  readonly bookedAt: number;
}

/** The order that a word is about, as we have it. */
export interface SpokenOf {
  readonly state: PaymentState;
  readonly amountFen: number;
  /** Epoch ms of the bank's last final word. */
  readonly settledAt?: number;
}

/**
 * What is done about a word of the bank. Reports may come late, twice, out of order, with orders that we never sent
 * and with wrong amounts: each has an answer, and none posts twice.
 *
 * | effect      | the word                                                    | what is done                  |
 * | ----------- | ----------------------------------------------------------- | ----------------------------- |
 * | posted      | is news                                                     | the order moves on, the ledger with it |
 * | known       | was told before                                             | nothing                       |
 * | overtaken   | is older than what we know                                  | nothing                       |
 * | wrongAmount | has another amount than the order                           | nothing is posted; a discrepancy, and an order on its way is unknown |
 * | foreign     | is about no order of ours                                   | a discrepancy                 |
 * | neverSent   | is about an order that has not left the house               | a discrepancy                 |
 * | contradicts | credits what the bank had sent back before; sends back what was claimed back | a discrepancy |
 *
 * An order goes one way at the bank: accepted, credited, returned. So whichever report comes first, the same words
 * bring it to the same end, and a return is never forgotten: it is posted even if its date lies before the credit's,
 * which is a discrepancy besides (`datesContradict`).
 */
export type WordEffect = 'posted' | 'known' | 'overtaken' | 'wrongAmount' | 'foreign' | 'neverSent' | 'contradicts';

/** What follows from a word for the order it names, if it is one of ours. */
export function effectOf(word: BankWord, order: SpokenOf | undefined): WordEffect {
  if (!order) return 'foreign';
  if (word.amountFen !== order.amountFen) return 'wrongAmount';
  return AFTER[order.state](word, order);
}

/** What is done about a word, and the order as it is then. */
export interface Heard {
  readonly effect: WordEffect;
  readonly order: SpokenOf;
}

/** Hears a word about an order: what is done, and where the order is then. */
export function hear(word: BankWord, order: SpokenOf): Heard {
  const effect = effectOf(word, order);
  return { effect, order: orderAfter(effect, word, order) };
}

function orderAfter(effect: WordEffect, { says, bookedAt }: BankWord, order: SpokenOf): SpokenOf {
  if (effect === 'wrongAmount' && isOnItsWay(order.state)) return { ...order, state: 'unknown' };
  if (effect !== 'posted') return order;
  return says === 'accepted' ? { ...order, state: says } : { ...order, state: says, settledAt: bookedAt };
}

/** Whether the bank says to have credited an order after it had sent it back: somebody has to ask what is true. */
export function datesContradict({ says, bookedAt }: BankWord, { state, settledAt }: SpokenOf): boolean {
  if (settledAt === undefined) return false;
  if (says === 'returned') return state === 'credited' && isBefore(bookedAt, settledAt);
  return says === 'credited' && isSentBack(state) && isBefore(settledAt, bookedAt);
}

const isSentBack = (state: PaymentState): boolean => state === 'returned' || state === 'reissued';

/** Some banks give the day of a booking alone: its beginning is before nothing of the same day. */
function isBefore(one: number, other: number): boolean {
  return isDayAlone(one) || isDayAlone(other) ? shanghaiDate(one) < shanghaiDate(other) : one < other;
}

const isDayAlone = (at: number): boolean => at === startOfShanghaiDay(shanghaiDate(at));

type Answer = (word: BankWord, order: SpokenOf) => WordEffect;

const neverSent: Answer = () => 'neverSent';
const onItsWay: Answer = () => 'posted';
const accepted: Answer = ({ says }) => (says === 'accepted' ? 'known' : 'posted');
const credited: Answer = ({ says }) => (says === 'accepted' ? 'overtaken' : says === 'credited' ? 'known' : 'posted');
const cameBack: Answer = (word, order) => {
  if (word.says === 'returned') return 'known';
  return datesContradict(word, order) ? 'contradicts' : 'overtaken';
};
const recovered: Answer = (word, order) => (word.says === 'returned' ? 'contradicts' : credited(word, order));

const AFTER = {
  prepared: neverSent,
  checked: neverSent,
  batched: neverSent,
  cancelled: neverSent,
  sent: onItsWay,
  unknown: onItsWay,
  accepted,
  credited,
  returned: cameBack,
  reissued: cameBack,
  recovered,
} as const satisfies Record<PaymentState, Answer>;

/** Whether an order's end is still open with the bank. */
export const isOnItsWay = (state: PaymentState): boolean => (ON_ITS_WAY as readonly PaymentState[]).includes(state);
