import type { Tx } from './client.js';
import { allotmentAccount, type AllotmentAccount } from './ledger/accounts.js';
import { post, type Posting } from './ledger/post.js';
import type { CommitmentState } from './generated/enums.js';
import type { CommitmentModel } from './generated/models.js';

/** Account of the allotment that holds what is in a state. */
const ACCOUNTS = {
  reserved: 'reserved',
  committed: 'committed',
  spent: 'spent',
} as const satisfies Partial<Record<CommitmentState, AllotmentAccount>>;

/** From which state another follows. */
const FOLLOWS = { committed: 'reserved', spent: 'committed' } as const;

/** What a movement follows from: its key in the ledger begins with it, so that the same step books once. */
export type Cause = Pick<Posting, 'reference'> & { readonly key: string };

/** What a case has set aside and not spent, fen. */
export const unspentFen = ({ amountFen, spentFen }: Pick<CommitmentModel, 'amountFen' | 'spentFen'>): bigint =>
  amountFen - spentFen;

/** Where a case is that has nothing set aside besides what it has spent. */
const settledState = (spentFen: bigint): CommitmentState => (spentFen > 0n ? 'spent' : 'released');

/** 占用: sets fen aside from an allotment for a case that has nothing set aside; what it has spent stays spent. */
export async function setAside(tx: Tx, caseNo: string, allotmentId: string, fen: bigint, cause: Cause): Promise<void> {
  const spentFen = (await heldBy(tx, caseNo))?.spentFen ?? 0n;
  const data = { allotmentId, amountFen: spentFen + fen, state: 'reserved' } as const;
  await tx.commitment.upsert({ where: { caseNo }, create: { caseNo, ...data }, update: data });
  await move(tx, { caseNo, allotmentId, fen, from: 'available', to: 'reserved', kind: 'reserved', cause });
}

/** What a case has set aside, locked: whoever books on it does so before he locks accounts. */
export async function heldBy(tx: Tx, caseNo: string): Promise<CommitmentModel | null> {
  await tx.$queryRaw`SELECT 1 FROM "Commitment" WHERE "caseNo" = ${caseNo} FOR NO KEY UPDATE`;
  return await tx.commitment.findUnique({ where: { caseNo } });
}

/** Moves all that a case has set aside on to its next state; what can't follow, or is there already, stays. */
export async function moveCommitment(tx: Tx, caseNo: string, state: keyof typeof FOLLOWS, cause: Cause): Promise<void> {
  const held = await heldBy(tx, caseNo);
  if (held?.state !== FOLLOWS[state]) return;
  const data = state === 'spent' ? { state, spentFen: held.amountFen } : { state };
  await tx.commitment.update({ where: { caseNo }, data });
  const { allotmentId } = held;
  const [from, to] = [ACCOUNTS[held.state], ACCOUNTS[state]];
  await move(tx, { caseNo, allotmentId, fen: unspentFen(held), from, to, kind: state, cause });
}

/** Frees what a case has set aside and not spent, but for `keptFen`: that it goes on to have, or to wait for. */
export async function release(tx: Tx, caseNo: string, cause: Cause, keptFen = 0n): Promise<void> {
  const held = await heldBy(tx, caseNo);
  if (!held) return;
  const { state, allotmentId, waitingFen } = held;
  const stillWaits = keptFen < waitingFen ? keptFen : waitingFen;
  const fen = unspentFen(held) - (keptFen - stillWaits);
  if (stillWaits !== waitingFen) await tx.commitment.update({ where: { caseNo }, data: { waitingFen: stillWaits } });
  if ((state !== 'reserved' && state !== 'committed') || fen < 0n) return;
  await tx.commitment.update({ where: { caseNo }, data: after(held, held.amountFen - fen) });
  await move(tx, { caseNo, allotmentId, fen, from: ACCOUNTS[state], to: 'available', kind: 'released', cause });
}

/**
 * Lowers what a case has committed to what was accepted, never below what it has spent; a reservation is renewed by its
 * own activity.
 */
export async function lowerCommitment(tx: Tx, caseNo: string, amountFen: bigint, cause: Cause): Promise<void> {
  const held = await heldBy(tx, caseNo);
  if (held?.state !== 'committed' || amountFen >= held.amountFen) return;
  const lowered = amountFen > held.spentFen ? amountFen : held.spentFen;
  await tx.commitment.update({ where: { caseNo }, data: after(held, lowered) });
  const { allotmentId } = held;
  const fen = held.amountFen - lowered;
  await move(tx, { caseNo, allotmentId, fen, from: 'committed', to: 'available', kind: 'lowered', cause });
}

/** A commitment of which so much was paid back: it has it neither spent nor set aside. */
export const lessSpent = (held: CommitmentModel, fen: bigint) => {
  const spentFen = held.spentFen - fen;
  return { ...after({ ...held, spentFen }, held.amountFen - fen), spentFen };
};

/** A commitment of so much in all. */
const after = ({ state, spentFen }: CommitmentModel, amountFen: bigint) => ({
  amountFen,
  state: amountFen === spentFen ? settledState(spentFen) : state,
});

/** Fen of an allotment that go from one of its accounts to another for a case. */
export interface Movement {
  readonly caseNo: string;
  readonly allotmentId: string;
  readonly fen: bigint;
  readonly from: AllotmentAccount;
  readonly to: AllotmentAccount;
  readonly kind: Posting['kind'];
  readonly cause: Pick<Posting, 'reference'>;
}

async function move(tx: Tx, { cause: { key, ...cause }, ...moved }: Movement & { cause: Cause }): Promise<void> {
  if (moved.fen === 0n) return;
  await post(tx, posting({ ...moved, cause }, `${key}/${moved.kind}`));
}

export function posting({ caseNo, allotmentId, fen, from, to, kind, cause }: Movement, key: string): Posting {
  const entries = { [allotmentAccount(allotmentId, from)]: -fen, [allotmentAccount(allotmentId, to)]: fen };
  return { ...cause, key, kind, caseNo, entries };
}
