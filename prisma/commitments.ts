import { shanghaiDate } from '../domain/rules/working-days.js';
import type { CommitmentState } from './generated/enums.js';
import type { Tx } from './client.js';

/** Column of the allotment that holds what is in a state; released money is in none. */
const COLUMNS = {
  reserved: 'reservedFen',
  committed: 'committedFen',
  spent: 'spentFen',
  released: undefined,
} as const satisfies Record<CommitmentState, string | undefined>;

/** From which states another may follow. */
const MAY_FOLLOW = {
  reserved: [],
  committed: ['reserved'],
  spent: ['committed'],
  released: ['reserved', 'committed'],
} as const satisfies Record<CommitmentState, readonly CommitmentState[]>;

/** Moves what a case has set aside on to its next state; what can't follow, or is there already, stays. */
export async function moveCommitment(tx: Tx, caseNo: string, state: CommitmentState): Promise<void> {
  const commitment = await tx.commitment.findUnique({ where: { caseNo } });
  if (!commitment || !(MAY_FOLLOW[state] as readonly CommitmentState[]).includes(commitment.state)) return;
  await tx.commitment.update({ where: { caseNo }, data: { state } });
  await shift(tx, commitment.allotmentId, { [commitment.state]: -commitment.amountFen, [state]: commitment.amountFen });
}

/** Lowers what a case has committed to what was accepted; a reservation is renewed by its own activity. */
export async function resizeCommitment(tx: Tx, caseNo: string, amountFen: bigint): Promise<void> {
  const commitment = await tx.commitment.findUnique({ where: { caseNo } });
  if (commitment?.state !== 'committed' || amountFen >= commitment.amountFen) return;
  await tx.commitment.update({ where: { caseNo }, data: { amountFen } });
  await shift(tx, commitment.allotmentId, { committed: amountFen - commitment.amountFen });
}

/** Changes an allotment by so many fen per state; the database refuses to overdraw it. */
export async function shift(
  tx: Tx,
  allotmentId: string,
  changes: Partial<Record<CommitmentState, bigint>>,
): Promise<void> {
  const data: Record<string, { increment: bigint }> = {};
  for (const [state, increment] of Object.entries(changes)) {
    const column = COLUMNS[state as CommitmentState];
    if (column) data[column] = { increment };
  }
  await tx.allotment.update({ where: { id: allotmentId }, data });
}

/** The year, ending on 31 December in Shanghai, whose allotments an application is paid from. */
export const fiscalYearOf = (submittedAt: Date): number => Number(shanghaiDate(submittedAt.getTime()).slice(0, 4));
