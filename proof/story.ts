import type { Strand } from '../domain/schemas/application.js';
import type { Outcome } from '../domain/schemas/outcome.js';
import type { Transition } from '../domain/schemas/transition.js';

/** What became of a payment order, as far as its case has heard. */
export type OrderEnd = 'open' | 'cancelled' | 'credited' | 'returned';

export interface Order {
  readonly amountFen: number;
  readonly end: OrderEnd;
}

/** Where a case is, by its own steps. */
export interface Story {
  readonly stage: string;
  readonly quantity: number;
  readonly amountFen: number;
  readonly decisionNo: string | null;
  readonly running: boolean;
  readonly outcome: Outcome | null;
  readonly orders: Readonly<Record<string, Order>>;
  /** Fen that were kept back of orders for claims, by `order/case of the claim`. */
  readonly setOffs: Readonly<Record<string, number>>;
}

export const beginning = (quantity: number, amountFen: number): Story => ({
  ...{ stage: 'submitted', quantity, amountFen, decisionNo: null, running: true, outcome: null, orders: {} },
  setOffs: {},
});

type Kind = Transition['kind'];
type Of<K extends Kind> = Extract<Transition, { kind: K }>;
type Folds = { readonly [K in Kind]?: (story: Story, step: Of<K>) => Story };

/** Steps that are not named here move nothing of what a story tells. */
const FOLDS: Folds = {
  entered: (story, { stage }) => ({ ...story, stage, running: true }),
  amountSet: (story, { quantity, amountFen }) => ({ ...story, quantity, amountFen }),
  committed: (story, { decisionNo }) => ({ ...story, decisionNo }),
  decided: (story, { decisionNo }) => ({ ...story, decisionNo }),
  granted: (story, { decisionNo }) => ({ ...story, decisionNo }),
  paymentOrdered: (story, { reference, amountFen }) => withOrder(story, reference, { amountFen, end: 'open' }),
  setOff: (story, { reference, claims }) => ({
    ...story,
    setOffs: {
      ...story.setOffs,
      ...Object.fromEntries(claims.map(({ caseNo, amountFen }) => [`${reference}/${caseNo}`, amountFen])),
    },
  }),
  paymentCancelled: (story, { reference }) => ended(story, reference, 'cancelled'),
  paymentSettled: (story, { reference, result }) => ended(story, reference, result),
  closed: (story, { outcome }) => ({ ...story, stage: 'closed', running: false, outcome }),
};

/** The story with one more step of a strand; the review of a case does not move the case. */
export function fold(story: Story, strand: Strand, step: Transition): Story {
  if (strand === 'review') return story;
  const move = FOLDS[step.kind] as ((story: Story, step: Transition) => Story) | undefined;
  return move ? move(story, step) : story;
}

const withOrder = (story: Story, reference: string, order: Order): Story => ({
  ...story,
  orders: { ...story.orders, [reference]: order },
});

function ended(story: Story, reference: string, end: OrderEnd): Story {
  const { amountFen = 0 } = story.orders[reference] ?? {};
  return withOrder(story, reference, { amountFen, end });
}
