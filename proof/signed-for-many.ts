import type { BoardActKind } from '../domain/rules/board-acts.js';
import type { Actor } from '../domain/schemas/act.js';
import { OfficialSignature, type RowSignature } from '../domain/schemas/official-signature.js';
import type { BoardAct } from '../domain/schemas/joint-notice.js';
import type { StoredReview } from '../domain/schemas/payee-schedule.js';
import { canonical, sha256 } from './canonical.js';
import { isSignedBy, keyId, type Signer } from './signing-key.js';

interface OfSchedule {
  readonly no: string;
  readonly by: Actor;
  /** SHA-256 of its cases, or of its orders with their amounts. */
  readonly lines: string;
}

interface Reviewed extends OfSchedule {
  /** What was seen of the orders. */
  readonly digest: string | null;
  readonly review: StoredReview;
}

/** 张榜, 取下: with which photographs, and the digest of what was written, as it is sealed. */
interface OnBoard {
  readonly kind: BoardActKind['verdict'];
  /** The notice, and the cases in it, in the order of their numbers. */
  readonly no: string;
  readonly cases: readonly string[];
  readonly by: Actor;
  readonly papers: readonly string[];
  readonly words: string;
}

/** 收款单位账户: whose it is, and the digest of its number as it is kept. */
interface OfAccount {
  /** Of the account. */
  readonly id: string;
  readonly payeeId: string;
  readonly bankName: string;
  readonly number: string;
  readonly by: Actor;
}

/**
 * What an official does once for several cases, on paper of its own: a schedule of payments, a notice, the account of
 * somebody whom they pay.
 */
export type ForMany =
  | OnBoard
  | (OfAccount & { readonly kind: 'accountEntered' })
  /** `at`: epoch ms. */
  | (OfAccount & {
      readonly kind: 'accountDecided';
      readonly enteredById: string;
      readonly agrees: boolean;
      readonly at: number;
    })
  | (OfSchedule & { readonly kind: 'scheduleMade' })
  | (Reviewed & { readonly kind: 'scheduleReviewed'; readonly awaitsThird: boolean })
  | (Reviewed & { readonly kind: 'scheduleCountersigned'; readonly reviewedById: string | null });

/** The API signs it when the official does it: whoever writes the row only, signs nothing. */
export const signForMany = (signer: Signer, what: ForMany): RowSignature => ({
  keyId: keyId(signer.publicKey),
  signature: signer.sign(textOf(what)),
});

/** The same, with who did it. */
export const signBy = (signer: Signer, what: ForMany): OfficialSignature => ({
  by: what.by,
  ...signForMany(signer, what),
});

/** Whether it was signed, as it is, with one of these keys (base64). */
export const isSignedForMany = (publicKeys: readonly string[], what: ForMany, signed: RowSignature): boolean =>
  publicKeys.some((key) => keyId(key) === signed.keyId && isSignedBy(key, textOf(what), signed.signature));

/** A notice of several cases. */
export interface NoticeOfMany {
  readonly no: string;
  /** Whatever becomes of them, none of them leaves it. */
  readonly cases: readonly string[];
}

/** What is signed of an act on the village board. */
export const onBoard = (
  { no, cases }: NoticeOfMany,
  kind: OnBoard['kind'],
  { by, papers, wordsSealed }: BoardAct,
): OnBoard => ({ kind, no, cases: cases.toSorted(), by, papers, words: sha256(wordsSealed) });

/** An account of the register of payees, as its row has it. */
export interface AccountRow {
  readonly id: string;
  readonly payeeId: string;
  readonly bankName: string;
  readonly numberSealed: Uint8Array;
  readonly numberHash: string;
  readonly state: string;
  readonly enteredById: string;
  readonly decidedById: string | null;
  readonly decidedAt: Date | null;
  readonly enteredSigned: unknown;
  readonly decidedSigned: unknown;
}

type Account = Omit<AccountRow, 'enteredSigned' | 'decidedSigned'>;

/** What is signed of an account when it is entered. */
export const accountEntered = (row: Account, by: Actor): ForMany => ({ kind: 'accountEntered', ...account(row), by });

/** And when somebody else agrees to it, or does not. */
export const accountDecided = (row: Account, by: Actor): ForMany => ({
  ...{ kind: 'accountDecided', ...account(row), by, enteredById: row.enteredById },
  ...{ agrees: row.state !== 'refused', at: row.decidedAt?.getTime() ?? 0 },
});

const account = ({ id, payeeId, bankName, numberSealed, numberHash }: Account) => ({
  ...{ id, payeeId, bankName },
  number: sha256(`${numberHash}\n${Buffer.from(numberSealed).toString('hex')}`),
});

/** Who entered an account, and who decided on it, as it stands; of what nobody signed for, nobody. */
export function signersOf(
  publicKeys: readonly string[],
  row: AccountRow,
): Partial<Record<'entered' | 'decided', Actor>> {
  const signer = (kept: unknown, id: string | null, what: (by: Actor) => ForMany): Actor | undefined => {
    const signed = OfficialSignature.safeParse(kept).data;
    const isHis = signed?.by.id === id && isSignedForMany(publicKeys, what(signed.by), signed);
    return isHis ? signed.by : undefined;
  };
  const entered = signer(row.enteredSigned, row.enteredById, (by) => accountEntered(row, by));
  const decided = signer(row.decidedSigned, row.decidedById, (by) => accountDecided(row, by));
  return { ...(entered && { entered }), ...(decided && { decided }) };
}

/** Begins with what it is, so that no other signature can be taken for it. */
const textOf = (what: ForMany): string => `zhibao-for-many/1\n${canonical(what)}`;
