import { ON_ITS_WAY, type PaymentState } from './payment-states.js';

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
 * | wrongAmount | has another amount than the order                           | nothing moves; a discrepancy  |
 * | foreign     | is about no order of ours                                   | a discrepancy                 |
 * | neverSent   | is about an order that has not left the house               | a discrepancy                 |
 * | contradicts | credits what the bank had sent back, later than that        | a discrepancy                 |
 */
export type WordEffect = 'posted' | 'known' | 'overtaken' | 'wrongAmount' | 'foreign' | 'neverSent' | 'contradicts';

/** What follows from a word for the order it names, if it is one of ours. */
export function effectOf(word: BankWord, order: SpokenOf | undefined): WordEffect {
  if (!order) return 'foreign';
  if (word.amountFen !== order.amountFen) return 'wrongAmount';
  return AFTER[order.state](word, order);
}

type Answer = (word: BankWord, order: SpokenOf) => WordEffect;

const neverSent: Answer = () => 'neverSent';
const onItsWay: Answer = () => 'posted';
const accepted: Answer = ({ says }) => (says === 'accepted' ? 'known' : 'posted');
const cameBack: Answer = ({ says, bookedAt }, { settledAt }) => {
  if (says === 'returned') return 'known';
  if (says === 'accepted') return 'overtaken';
  return settledAt !== undefined && bookedAt > settledAt ? 'contradicts' : 'overtaken';
};
/** Credited: a return after it is compensated; one from before the credit is of an earlier time. */
const credited: Answer = ({ says, bookedAt }, { settledAt }) => {
  if (says === 'credited') return 'known';
  if (says === 'accepted') return 'overtaken';
  return settledAt === undefined || bookedAt >= settledAt ? 'posted' : 'overtaken';
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
