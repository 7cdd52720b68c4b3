import type { Tx } from './client.js';
import { allotmentAccount, type AllotmentAccount } from './ledger/accounts.js';
import { post, type Posting, postMany } from './ledger/post.js';
import { rowSet } from './row-set.js';
import type { CommitmentState } from './generated/enums.js';
import type { CommitmentModel } from './generated/models.js';

/** Account of the allotment that holds what is in a state; released money is available again. */
const ACCOUNTS = {
  reserved: 'reserved',
  committed: 'committed',
  spent: 'spent',
  released: 'available',
} as const satisfies Record<CommitmentState, AllotmentAccount>;

/** From which states another may follow. */
const MAY_FOLLOW = {
  reserved: [],
  committed: ['reserved'],
  spent: ['committed'],
  released: ['reserved', 'committed'],
} as const satisfies Record<CommitmentState, readonly CommitmentState[]>;

/** What a movement follows from: its key in the ledger begins with it, so that the same step books once. */
type Cause = Pick<Posting, 'reference'> & { readonly key: string };

/** 占用: sets fen aside from an allotment for a case that has nothing set aside. */
export async function setAside(tx: Tx, caseNo: string, allotmentId: string, amountFen: bigint, cause: Cause) {
  const data = { allotmentId, amountFen, state: 'reserved' } as const;
  await tx.commitment.upsert({ where: { caseNo }, create: { caseNo, ...data }, update: data });
  await move(tx, { caseNo, allotmentId, amountFen, from: 'available', to: 'reserved', kind: 'reserved', cause });
}

/** What a case has set aside, locked: whoever books on it does so before he locks accounts. */
export async function heldBy(tx: Tx, caseNo: string): Promise<CommitmentModel | null> {
  await tx.$queryRaw`SELECT 1 FROM "Commitment" WHERE "caseNo" = ${caseNo} FOR NO KEY UPDATE`;
  return await tx.commitment.findUnique({ where: { caseNo } });
}

/** Moves what a case has set aside on to its next state; what can't follow, or is there already, stays. */
export async function moveCommitment(
  tx: Tx,
  caseNo: string,
  state: Exclude<CommitmentState, 'reserved'>,
  cause: Cause,
): Promise<void> {
  const commitment = await heldBy(tx, caseNo);
  if (!commitment || !(MAY_FOLLOW[state] as readonly CommitmentState[]).includes(commitment.state)) return;
  await tx.commitment.update({ where: { caseNo }, data: { state } });
  await move(tx, { ...commitment, from: ACCOUNTS[commitment.state], to: ACCOUNTS[state], kind: state, cause });
}

/** Lowers what a case has committed to what was accepted; a reservation is renewed by its own activity. */
export async function lowerCommitment(tx: Tx, caseNo: string, amountFen: bigint, cause: Cause): Promise<void> {
  const commitment = await heldBy(tx, caseNo);
  if (commitment?.state !== 'committed' || amountFen >= commitment.amountFen) return;
  await tx.commitment.update({ where: { caseNo }, data: { amountFen } });
  const freed = { ...commitment, amountFen: commitment.amountFen - amountFen };
  await move(tx, { ...freed, from: 'committed', to: 'available', kind: 'lowered', cause });
}

/** An order that the bank credited. */
export interface CreditedOrder {
  readonly reference: string;
  readonly caseNo: string;
  readonly amountFen: bigint;
}

/**
 * 拨付到户: what cases have committed is spent by orders that were credited, at most one of a case; what a case held
 * beyond its order is free again. Answers the references of those whose case has nothing committed for them: nothing
 * is booked for these. Whoever calls it sees to it that each order is credited once.
 */
export async function spend(tx: Tx, orders: readonly CreditedOrder[]): Promise<string[]> {
  const held = await lockCommitments(
    tx,
    orders.map(({ caseNo }) => caseNo),
  );
  const isCovered = ({ caseNo, amountFen }: CreditedOrder) => (held.get(caseNo)?.amountFen ?? -1n) >= amountFen;
  const covered = orders.filter(isCovered);
  const postings = covered.flatMap(({ reference, caseNo, amountFen }) => {
    const { allotmentId, amountFen: committedFen } = held.get(caseNo)!;
    const from = { caseNo, allotmentId, from: 'committed' } as const;
    const spent = { ...from, amountFen, to: 'spent', kind: 'spent', cause: { reference } } as const;
    const freed = { ...from, amountFen: committedFen - amountFen, to: 'available', kind: 'lowered' } as const;
    return [
      ...(freed.amountFen > 0n ? [posting({ ...freed, cause: {} }, `${reference}/lowered`)] : []),
      posting(spent, `${reference}/credited`),
    ];
  });
  await postMany(tx, postings);
  await markSpent(tx, covered);
  return orders.filter((order) => !isCovered(order)).map(({ reference }) => reference);
}

interface Held {
  readonly caseNo: string;
  readonly allotmentId: string;
  readonly amountFen: bigint;
}

/** What these cases have committed, locked in the order of their numbers. */
async function lockCommitments(tx: Tx, caseNos: readonly string[]): Promise<Map<string, Held>> {
  const rows = await tx.$queryRaw<Held[]>`
    SELECT "caseNo", "allotmentId", "amountFen" FROM "Commitment"
    WHERE "caseNo" = ANY(${caseNos}) AND "state" = 'committed' ORDER BY "caseNo" FOR NO KEY UPDATE`;
  return new Map(rows.map((row) => [row.caseNo, row]));
}

async function markSpent(tx: Tx, orders: readonly CreditedOrder[]): Promise<void> {
  const spent = orders.map(({ caseNo, amountFen }) => ({ caseNo, amountFen }));
  await tx.$executeRaw`
    UPDATE "Commitment" c SET "state" = 'spent', "amountFen" = s."amountFen", "updatedAt" = now()
    FROM jsonb_to_recordset(${rowSet(spent)}::jsonb) AS s("caseNo" text, "amountFen" bigint)
    WHERE c."caseNo" = s."caseNo"`;
}

interface Movement {
  readonly caseNo: string;
  readonly allotmentId: string;
  readonly amountFen: bigint;
  readonly from: AllotmentAccount;
  readonly to: AllotmentAccount;
  readonly kind: Posting['kind'];
  readonly cause: Pick<Posting, 'reference'>;
}

async function move(tx: Tx, { cause: { key, ...cause }, ...moved }: Movement & { cause: Cause }): Promise<void> {
  if (moved.amountFen === 0n) return;
  await post(tx, posting({ ...moved, cause }, `${key}/${moved.kind}`));
}

function posting({ caseNo, allotmentId, amountFen, from, to, kind, cause }: Movement, key: string): Posting {
  const entries = { [allotmentAccount(allotmentId, from)]: -amountFen, [allotmentAccount(allotmentId, to)]: amountFen };
  return { ...cause, key, kind, caseNo, entries };
}
