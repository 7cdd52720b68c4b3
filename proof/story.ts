import { choiceOfAct } from '../domain/rules/payee-choice.js';
import type { PayeeChoice } from '../domain/schemas/payee-choice.js';
import type { Act } from '../domain/schemas/act.js';
import { MAIN_LINES, type Strand } from '../domain/schemas/application.js';
import type { Outcome } from '../domain/schemas/outcome.js';
import type { Transition } from '../domain/schemas/transition.js';

/** What became of a payment order, as far as its case has heard. */
export type OrderEnd = 'open' | 'cancelled' | 'credited' | 'returned';

export interface Order {
  readonly amountFen: number;
  readonly end: OrderEnd;
  /** Officials who signed for it: who drew it up, who reviewed it, who countersigned; null where nobody has. */
  readonly preparedById: string | null;
  readonly reviewedById: string | null;
  readonly thirdById: string | null;
}

/** Where a case is, by its own steps. */
export interface Story {
  readonly stage: string;
  readonly quantity: number;
  readonly amountFen: number;
  /** Of the rent that the amount is; null where it is none. */
  readonly rentMonths: number | null;
  readonly decisionNo: string | null;
  readonly running: boolean;
  readonly outcome: Outcome | null;
  /** When it ended last, epoch ms. */
  readonly closedAt: number | null;
  /** What its performance review came to. */
  readonly review: Outcome | null;
  /** Who has drawn up a payment last. */
  readonly preparedById: string | null;
  readonly orders: Readonly<Record<string, Order>>;
  /** Fen that were kept back of orders for claims, by `order/case of the claim`. */
  readonly setOffs: Readonly<Record<string, number>>;
  /** Whom of the register of payees it was to pay, one choice after the other. */
  readonly payees: readonly PayeeChoice[];
}

export const beginning = (quantity: number, amountFen: number, payees: readonly PayeeChoice[] = []): Story => ({
  ...{ stage: 'submitted', quantity, amountFen, decisionNo: null, running: true, outcome: null, orders: {} },
  ...{ setOffs: {}, payees, rentMonths: null, closedAt: null, review: null, preparedById: null },
});

type Kind = Transition['kind'];
type Of<K extends Kind> = Extract<Transition, { kind: K }>;
type Fold<K extends Kind> = (story: Story, step: Of<K>, strand: Strand) => Story;

/** A step that says how something went, and moves nothing of what a story tells. */
const still = (story: Story): Story => story;

/** What each kind of step moves in the story of its case. */
const FOLDS = {
  entered: (story, { stage }) => ({ ...story, stage, running: true }),
  acted: (story, step, strand) => ({
    ...signed(story, step.act),
    payees: [...story.payees, ...choiceOfAct(strand, step)],
  }),
  deskChecked: still,
  amountSet: (story, { quantity, amountFen, rentMonths = null }) => ({ ...story, quantity, amountFen, rentMonths }),
  reserved: still,
  allotmentShort: still,
  publicationOpened: still,
  published: still,
  noticeClosed: still,
  committed: (story, { decisionNo }) => ({ ...story, decisionNo }),
  decided: (story, { decisionNo }) => ({ ...story, decisionNo }),
  announced: still,
  granted: (story, { decisionNo }) => ({ ...story, decisionNo }),
  entitlementChecked: still,
  periodCommitted: still,
  objected: still,
  papersReceived: still,
  changeReported: still,
  deadlinePassed: still,
  deadlineMoved: still,
  paymentOrdered: (story, { reference, amountFen }) => withOrder(story, reference, { amountFen }),
  setOff: (story, { reference, claims }) => ({
    ...story,
    setOffs: {
      ...story.setOffs,
      ...Object.fromEntries(claims.map(({ caseNo, amountFen }) => [`${reference}/${caseNo}`, amountFen])),
    },
  }),
  paymentCancelled: (story, { reference }) => ended(story, reference, 'cancelled'),
  paymentSettled: (story, { reference, result }) => ended(story, reference, result),
  recoveryOpened: still,
  landGranted: still,
  placed: still,
  placeRefused: still,
  placeReleased: still,
  pointOpened: still,
  closed: (story, { outcome, at }, strand) => ({
    ...{ ...story, stage: 'closed', running: false, closedAt: at },
    // Paid anew, it ended as it had ended before.
    outcome: (strand === 'return' && outcome.kind === 'completed' && story.outcome) || outcome,
  }),
} satisfies { readonly [K in Kind]: Fold<K> };

/**
 * The story with one more step of a strand. What comes after a case does not move it: of its review, the end is told; of
 * its follow-up nothing.
 */
export function fold(story: Story, strand: Strand, step: Transition): Story {
  if (strand === 'review' && step.kind === 'closed') return { ...story, review: step.outcome };
  if (!MAIN_LINES.includes(strand)) return story;
  const move = FOLDS[step.kind] as (story: Story, step: Transition, strand: Strand) => Story;
  return move(story, step, strand);
}

const NEW_ORDER = { amountFen: 0, end: 'open', reviewedById: null, thirdById: null } as const;

function withOrder(story: Story, reference: string, told: Partial<Order>): Story {
  const order = story.orders[reference] ?? { ...NEW_ORDER, preparedById: story.preparedById };
  return { ...story, orders: { ...story.orders, [reference]: { ...order, ...told } } };
}

const ended = (story: Story, reference: string, end: OrderEnd): Story => withOrder(story, reference, { end });

/** 制单、复核、第三人签字: whose act it is that an order is made, and let go. */
function signed(story: Story, { stage, verdict, by, cosigner, subject = '' }: Act): Story {
  if (stage === 'paymentPreparation') return { ...story, preparedById: by.id };
  if (stage !== 'paymentReview' || verdict !== 'pass') return story;
  return withOrder(story, subject, { reviewedById: by.id, thirdById: cosigner?.id ?? null });
}
