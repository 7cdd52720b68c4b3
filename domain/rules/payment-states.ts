/** Where a payment order can be, and where it can go from there. 三(五) 直接拨付到户. */
export const PAYMENT_STATES = {
  /** On a payee schedule; finance is to review it. */
  prepared: ['checked', 'cancelled'],
  /** Reviewed by finance: goes with the next batch, unless it is on hold. */
  checked: ['batched', 'cancelled'],
  /** Chosen for a batch whose file has not left the house. */
  batched: ['sent', 'checked', 'cancelled'],
  /** Its file may be with the bank. Back to `checked` only on the bank's word that it has refused the whole file. */
  sent: ['unknown', 'accepted', 'credited', 'returned', 'checked'],
  /** No word in time: it is asked about, never sent again on a guess. */
  unknown: ['accepted', 'credited', 'returned', 'checked'],
  accepted: ['unknown', 'credited', 'returned', 'checked'],
  /** On the household's account. It may still come back, days later, or be claimed back. */
  credited: ['returned', 'recovered'],
  returned: ['reissued'],
  /** Another order, with a reference of its own, has taken its place. */
  reissued: [],
  cancelled: [],
  recovered: [],
} as const satisfies Record<string, readonly string[]>;

export type PaymentState = keyof typeof PAYMENT_STATES;
export const PAYMENT_STATE_NAMES = Object.keys(PAYMENT_STATES) as [PaymentState, ...PaymentState[]];

/** Orders that have not left the house: they can still be stopped. */
export const NOT_SENT = ['prepared', 'checked', 'batched'] as const satisfies readonly PaymentState[];

/** Orders of which the bank may have heard and whose end is open. */
export const ON_ITS_WAY = ['sent', 'unknown', 'accepted'] as const satisfies readonly PaymentState[];
