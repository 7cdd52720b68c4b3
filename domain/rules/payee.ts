import type { PayeeBlock } from './hold-reasons.js';

/** 收款单位: those who may be paid in place of a household and stand in the county's register of payees. */
export const PAYEE_KINDS = ['school', 'insurer', 'lessor', 'contractor', 'collective'] as const;
export type PayeeKind = (typeof PAYEE_KINDS)[number];

/**
 * Whom a programme's subsidy is paid to: the head of the household, the person it is for, or somebody of the register.
 * An agent applies himself and is paid as a person.
 */
export const PAY_TO = ['head', 'person', 'agent', ...PAYEE_KINDS] as const;
export type PayTo = (typeof PAY_TO)[number];

export const isOfRegister = (payTo: PayTo): payTo is PayeeKind => (PAYEE_KINDS as readonly PayTo[]).includes(payTo);

/** What a programme says about whom it pays. */
interface Paying {
  readonly payTo?: PayTo | undefined;
  readonly orPayTo?: PayeeKind | undefined;
}

/**
 * Whom a case pays by its programme; the rent of a long lease goes to the household, or with its consent to the lessor,
 * and to nobody who builds.
 */
export const payingOf = <P extends Paying>(programme: P, rentMonths: number | null): P =>
  rentMonths === null ? programme : { ...programme, payTo: 'head', orPayTo: 'lessor' };

/** Kinds of payees that a programme may pay. */
export const payeeKindsOf = ({ payTo = 'head', orPayTo }: Paying): PayeeKind[] =>
  [payTo, orPayTo].filter((kind) => kind !== undefined).filter(isOfRegister);

/** 须农户同意: whom the household itself owes the money, or who is paid in its place though it might be paid itself. */
export const needsConsent = ({ orPayTo }: Paying, kind: PayeeKind): boolean =>
  kind === 'lessor' || kind === 'contractor' || kind === orPayTo;

/** What a household may say of whom it pays: where somebody needs its consent, and whether it may take that back. */
export const consentOf = (programme: Paying): { readonly mayTakeBack: boolean } | null =>
  payeeKindsOf(programme).some((kind) => needsConsent(programme, kind))
    ? { mayTakeBack: programme.orPayTo !== undefined }
    : null;

/** What of a payee says whether a case may pay it. */
interface RegisteredPayee {
  readonly kind: PayeeKind;
  /** County, or village of a collective. */
  readonly areaCode: string;
  /** Codes; empty: every programme that pays its kind. */
  readonly programmes: readonly string[];
}

/** Whether a case of a programme, in a village, may pay somebody of its county's register. */
export const fitsCase = (
  { kind, areaCode, programmes }: RegisteredPayee,
  programme: Paying & { readonly code: string },
  villageCode: string,
): boolean =>
  payeeKindsOf(programme).includes(kind) &&
  (programmes.length === 0 || programmes.includes(programme.code)) &&
  villageCode.startsWith(areaCode);

/** A member of a household, as far as money is concerned. */
interface Receiver {
  readonly id: string;
  readonly isPresent: boolean;
}

/** An account of a household that may be paid to. */
interface Account {
  readonly holderId: string;
  /** The one that the household named; it has one at most. */
  readonly current: boolean;
  /** Epoch ms from which it is the holder's. */
  readonly since: number;
}

/**
 * Whom a subsidy is for. 三(五) 直接拨付到户: a household's goes to its head, a personal one to that person; where the
 * application names nobody, to the head.
 */
export const receiverOf = (payTo: PayTo, headId: string, personId?: string): string =>
  payTo !== 'head' && personId !== undefined ? personId : headId;

/**
 * The account that an order is made to: the receiver's own, the one the household named before any other, and of a
 * person the newest; where the receiver has none, the one the household named. Undefined where there is none at all.
 */
export function accountFor<A extends Account>(payTo: PayTo, receiverId: string, accounts: readonly A[]): A | undefined {
  const named = accounts.find(({ current }) => current);
  if (payTo === 'head' || named?.holderId === receiverId) return named;
  const own = accounts.filter(({ holderId }) => holderId === receiverId);
  return own.toSorted((one, other) => other.since - one.since)[0] ?? named;
}

/** What is known of an account that an order is made to. */
export interface AccountFacts {
  readonly holder: Receiver;
  readonly receiverId: string;
  /** A helper's, an official's own account. */
  readonly ofHelper: boolean;
  readonly ofOfficial: boolean;
  /** In the register of households that its holder does not belong to. */
  readonly ofOtherHousehold: boolean;
}

/** Why an account is not paid to until somebody has decided; empty where nothing stands in the way. */
export function payeeBlocks(facts: AccountFacts): PayeeBlock[] {
  const { holder, receiverId, ofHelper, ofOfficial, ofOtherHousehold } = facts;
  const found = {
    ACCOUNT_OF_HELPER: ofHelper,
    ACCOUNT_OF_OFFICIAL: ofOfficial,
    ACCOUNT_OF_OTHER_HOUSEHOLD: ofOtherHousehold,
    NOT_THE_HEADS_ACCOUNT: holder.id !== receiverId || !holder.isPresent,
  } as const satisfies Record<PayeeBlock, boolean>;
  return (Object.keys(found) as PayeeBlock[]).filter((block) => found[block]);
}
