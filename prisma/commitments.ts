import { shanghaiDate } from '../domain/rules/working-days.js';
import type { Tx } from './client.js';
import { allotmentAccount, type AllotmentAccount } from './ledger/accounts.js';
import { post, type Posting } from './ledger/post.js';
import type { CommitmentState } from './generated/enums.js';

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

/** Moves what a case has set aside on to its next state; what can't follow, or is there already, stays. */
export async function moveCommitment(
  tx: Tx,
  caseNo: string,
  state: Exclude<CommitmentState, 'reserved'>,
  cause: Cause,
): Promise<void> {
  const commitment = await tx.commitment.findUnique({ where: { caseNo } });
  if (!commitment || !(MAY_FOLLOW[state] as readonly CommitmentState[]).includes(commitment.state)) return;
  await tx.commitment.update({ where: { caseNo }, data: { state } });
  await move(tx, { ...commitment, from: ACCOUNTS[commitment.state], to: ACCOUNTS[state], kind: state, cause });
}

/** Lowers what a case has committed to what was accepted; a reservation is renewed by its own activity. */
export async function lowerCommitment(tx: Tx, caseNo: string, amountFen: bigint, cause: Cause): Promise<void> {
  const commitment = await tx.commitment.findUnique({ where: { caseNo } });
  if (commitment?.state !== 'committed' || amountFen >= commitment.amountFen) return;
  await tx.commitment.update({ where: { caseNo }, data: { amountFen } });
  const freed = { ...commitment, amountFen: commitment.amountFen - amountFen };
  await move(tx, { ...freed, from: 'committed', to: 'available', kind: 'lowered', cause });
}

interface Movement {
  readonly caseNo: string;
  readonly allotmentId: string;
  readonly amountFen: bigint;
  readonly from: AllotmentAccount;
  readonly to: AllotmentAccount;
  readonly kind: Posting['kind'];
  readonly cause: Cause;
}

async function move(tx: Tx, { caseNo, allotmentId, amountFen, from, to, kind, cause }: Movement): Promise<void> {
  if (amountFen === 0n) return;
  const entries = { [allotmentAccount(allotmentId, from)]: -amountFen, [allotmentAccount(allotmentId, to)]: amountFen };
  await post(tx, { ...cause, key: `${cause.key}/${kind}`, kind, caseNo, entries });
}

/** The year, ending on 31 December in Shanghai, whose allotments an application is paid from. */
export const fiscalYearOf = (submittedAt: Date): number => Number(shanghaiDate(submittedAt.getTime()).slice(0, 4));
