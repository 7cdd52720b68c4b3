import { BEARERS, type Funding, inProportion, splitFen } from '../domain/rules/funding.js';
import type { Tx } from './client.js';
import { allotmentAccount, type AllotmentAccount } from './ledger/accounts.js';
import { post, type Posting } from './ledger/post.js';
import type { CommitmentPart, CommitmentState } from './generated/enums.js';
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

/** So much of an allotment, for a part of a case: all of it, or what one of those bears who bear it together. */
export interface Share {
  readonly part: CommitmentPart;
  readonly allotmentId: string;
  readonly fen: bigint;
}

/** How an amount is borne: whole, or by the programme's split; whoever bears nothing of it has no part. */
export function partsOf(amountFen: bigint, funding: Funding | undefined): Omit<Share, 'allotmentId'>[] {
  if (!funding) return [{ part: 'whole', fen: amountFen }];
  const split = splitFen(Number(amountFen), funding);
  return BEARERS.map((part) => ({ part, fen: BigInt(split[part]) })).filter(({ fen }) => fen > 0n);
}

/** 占用: sets shares aside for a case that has nothing set aside; what it has spent stays spent. */
export async function setAside(tx: Tx, caseNo: string, shares: readonly Share[], cause: Cause): Promise<void> {
  const held = await partsHeld(tx, caseNo);
  const replaced = { caseNo, part: { notIn: shares.map(({ part }) => part) }, amountFen: 0n, waitingFen: 0n };
  await tx.commitment.deleteMany({ where: replaced });
  for (const { part, allotmentId, fen } of shares) {
    const spentFen = held.find((one) => one.part === part)?.spentFen ?? 0n;
    const data = { allotmentId, amountFen: spentFen + fen, state: 'reserved' } as const;
    const where = { caseNo_part: { caseNo, part } };
    await tx.commitment.upsert({ where, create: { caseNo, part, ...data }, update: data });
  }
  await move(tx, caseNo, 'reserved', moved(shares, 'available', 'reserved'), cause);
}

/** What a case has set aside, part by part, locked: whoever books on it does so before he locks accounts. */
export async function partsHeld(tx: Tx, caseNo: string): Promise<CommitmentModel[]> {
  await tx.$queryRaw`SELECT 1 FROM "Commitment" WHERE "caseNo" = ${caseNo} ORDER BY "part" FOR NO KEY UPDATE`;
  return await tx.commitment.findMany({ where: { caseNo }, orderBy: { part: 'asc' } });
}

/** What a case has spent, fen. */
export async function spentFenOf(tx: Tx, caseNo: string): Promise<bigint> {
  return sumOf((await partsHeld(tx, caseNo)).map(({ spentFen }) => spentFen));
}

/** Moves all that a case has set aside on to its next state; what can't follow, or is there already, stays. */
export async function moveCommitment(tx: Tx, caseNo: string, state: keyof typeof FOLLOWS, cause: Cause): Promise<void> {
  const from = FOLLOWS[state];
  const held = (await partsHeld(tx, caseNo)).filter((one) => one.state === from);
  for (const one of held) await save(tx, one, state === 'spent' ? { state, spentFen: one.amountFen } : { state });
  await move(tx, caseNo, state, moved(held.map(whole), ACCOUNTS[from], ACCOUNTS[state]), cause);
}

/** Frees what a case has set aside and not spent, but for `keptFen`: that it goes on to have, or to wait for. */
export async function release(tx: Tx, caseNo: string, cause: Cause, keptFen = 0n): Promise<void> {
  const held = await partsHeld(tx, caseNo);
  const waiting = held.map(({ waitingFen }) => waitingFen);
  const stillWaits = keptFen < sumOf(waiting) ? keptFen : sumOf(waiting);
  for (const [place, waitingFen] of inProportion(stillWaits, waiting).entries())
    if (waitingFen !== waiting[place]) await save(tx, held[place]!, { waitingFen });
  await keepUnspent(tx, caseNo, held.filter(isSetAside), keptFen - stillWaits, 'released', cause);
}

/**
 * Lowers what a case has committed to what was accepted, never below what it has spent; a reservation is renewed by its
 * own activity.
 */
export async function lowerCommitment(tx: Tx, caseNo: string, amountFen: bigint, cause: Cause): Promise<void> {
  const held = await partsHeld(tx, caseNo);
  if (amountFen >= sumOf(held.map((one) => one.amountFen))) return;
  const restFen = amountFen - sumOf(held.map(({ spentFen }) => spentFen));
  const committed = held.filter(({ state }) => state === 'committed');
  await keepUnspent(tx, caseNo, committed, restFen > 0n ? restFen : 0n, 'lowered', cause);
}

/** Frees what is not spent of these parts, but for so much; where it is less than that, nothing. */
async function keepUnspent(
  tx: Tx,
  caseNo: string,
  held: readonly CommitmentModel[],
  keptFen: bigint,
  kind: 'released' | 'lowered',
  cause: Cause,
): Promise<void> {
  if (sumOf(held.map(unspentFen)) < keptFen) return;
  const kept = inProportion(keptFen, held.map(unspentFen));
  const freed = held.map((one, place) => ({ ...whole(one), fen: unspentFen(one) - kept[place]! }));
  for (const [place, one] of held.entries()) await save(tx, one, after(one, one.amountFen - freed[place]!.fen));
  const moves = freed.flatMap((share, place) => moved([share], held[place]!.state as AllotmentAccount, 'available'));
  await move(tx, caseNo, kind, moves, cause);
}

/** A commitment of which so much was paid back: it has it neither spent nor set aside. */
export const lessSpent = (held: CommitmentModel, fen: bigint) => {
  const spentFen = held.spentFen - fen;
  return { ...after({ ...held, spentFen }, held.amountFen - fen), spentFen };
};

/** Writes what has changed of a part. */
export async function save(
  tx: Tx,
  { caseNo, part }: Pick<CommitmentModel, 'caseNo' | 'part'>,
  data: Partial<Omit<CommitmentModel, 'caseNo' | 'part'>>,
): Promise<void> {
  await tx.commitment.update({ where: { caseNo_part: { caseNo, part } }, data });
}

/** How so much is taken from what parts have set aside and not spent: by its proportion; undefined where it is less. */
export function takenFrom(held: readonly CommitmentModel[], fen: bigint): Share[] | undefined {
  const left = held.map(unspentFen);
  if (held.length === 0 || sumOf(left) < fen) return undefined;
  const taken = inProportion(fen, left);
  return held.map(({ part, allotmentId }, place) => ({ part, allotmentId, fen: taken[place]! }));
}

const isSetAside = ({ state }: CommitmentModel): boolean => state === 'reserved' || state === 'committed';

const whole = (held: CommitmentModel): Share => ({ ...held, fen: unspentFen(held) });

/** A commitment of so much in all. */
const after = ({ state, spentFen }: CommitmentModel, amountFen: bigint) => ({
  amountFen,
  state: amountFen === spentFen ? settledState(spentFen) : state,
});

const sumOf = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, fen) => sum + fen, 0n);

type Entries = [account: string, fen: bigint][];

/** Shares that go from one account of their allotments to another. */
export const moved = (
  shares: readonly Pick<Share, 'allotmentId' | 'fen'>[],
  from: AllotmentAccount,
  to: AllotmentAccount,
): Entries =>
  shares
    .filter(({ fen }) => fen !== 0n)
    .flatMap(({ allotmentId, fen }): Entries => [
      [allotmentAccount(allotmentId, from), -fen],
      [allotmentAccount(allotmentId, to), fen],
    ]);

async function move(
  tx: Tx,
  caseNo: string,
  kind: Posting['kind'],
  entries: Entries,
  { key, ...cause }: Cause,
): Promise<void> {
  if (entries.length === 0) return;
  await post(tx, { ...cause, key: `${key}/${kind}`, kind, caseNo, entries: Object.fromEntries(entries) });
}
