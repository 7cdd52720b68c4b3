import { reserve } from '../../../activities/reserve.js';
import { lowerCommitment, moveCommitment } from '../../../prisma/commitments.js';
import type { PaymentState } from '../../../prisma/generated/enums.js';
import { snapshotPayee } from '../../../prisma/payee.js';
import { submit } from '../../activities/support/submission.js';
import type { ApiAlone } from './api.js';

type Where = Pick<ApiAlone, 'db' | 'keyring' | 'world'>;

interface Ordered {
  readonly householdId: string;
  readonly state: PaymentState;
  readonly amountFen?: number;
  readonly batchNo?: string;
  /** When the bank booked its last word. */
  readonly settledAt?: Date;
  readonly programmeCode?: string;
}

const DONE: readonly PaymentState[] = ['credited', 'returned', 'reissued', 'recovered'];

/** A case with a payment order, its money set aside and, where it is on the account, spent. Answers its number. */
export async function orderedCase({ db, keyring, world }: Where, ordered: Ordered): Promise<string> {
  const { householdId, state, amountFen = 70_000, batchNo, programmeCode = 'beekeeping' } = ordered;
  const caseNo = await submit(db, { programmeCode, householdId });
  const reference = orderOf(caseNo);
  await reserve(world, caseNo, amountFen);
  await db.$transaction(async (tx) => {
    await moveCommitment(tx, caseNo, 'committed', { key: `${caseNo}/case/1` });
    const { allotment } = await tx.commitment.findFirstOrThrow({ where: { caseNo }, include: { allotment: true } });
    await tx.payment.create({
      data: {
        ...{ reference, caseNo, amountFen, state, attempt: 1, remark: '补助', batchNo: batchNo ?? null },
        ...(await snapshotPayee(tx, keyring, householdId)),
        ...{ documentNo: allotment.documentNo, accountCode: allotment.accountCode },
        ...{ preparedById: 'yl-maker-1', reviewedById: 'yl-finance-1', reviewedAt: new Date() },
        ...(DONE.includes(state) && { sentAt: new Date(), settledAt: ordered.settledAt ?? new Date() }),
      },
    });
    if (state !== 'credited') return;
    await lowerCommitment(tx, caseNo, BigInt(amountFen), { key: `${caseNo}/case/2` });
    await moveCommitment(tx, caseNo, 'spent', { key: `${caseNo}/case/2`, reference });
  });
  return caseNo;
}

/** The reference of the first order of a case. */
export const orderOf = (caseNo: string): string => `${caseNo}-P1`;
