import type { Keyring } from '../../../platform/keyring.js';
import type { Db } from '../../../prisma/client.js';
import { snapshotPayee } from '../../../prisma/payee.js';

interface NewOrder {
  readonly reference: string;
  readonly caseNo: string;
  readonly attempt: number;
  readonly amountFen: bigint;
}

/** An order of a case, for its money alone. */
export async function madeOrder(db: Db, keyring: Keyring, { attempt, ...order }: NewOrder) {
  const { householdId } = await db.case.findUniqueOrThrow({ where: { caseNo: order.caseNo } });
  return await db.payment.create({
    data: {
      ...{ ...order, attempt, instalment: attempt, state: 'prepared', remark: '中蜂养殖补助' },
      ...{ documentNo: '1', accountCode: '1', preparedById: 'maker' },
      ...(await snapshotPayee(db, keyring, householdId!)),
    },
  });
}
