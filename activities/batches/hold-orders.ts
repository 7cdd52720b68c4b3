import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import { stopCases } from '../../prisma/holds.js';
import { tellOfficials } from '../../prisma/tell-officials.js';
import { takeOutHeld } from './take-out-held.js';

interface Order {
  readonly reference: string;
  readonly caseNo: string;
}

interface Why {
  /** Of the messages about it: each order is told of once. */
  readonly key: string;
  /** No personal data. */
  readonly note: string;
  /** What finance is to do. */
  readonly remedy: string;
}

/** Orders that can't leave hold up no others: their cases are put on hold, they wait for another batch, finance is told. */
export async function holdOrders(
  tx: Tx,
  keyring: Keyring,
  batchNo: string,
  orders: readonly Order[],
  { key, note, remedy }: Why,
): Promise<void> {
  const caseNos = orders.map(({ caseNo }) => caseNo);
  await stopCases(tx, caseNos, { reasonCode: 'PAYEE_DOUBTFUL', note });
  await takeOutHeld(tx, batchNo);
  for (const { reference, caseNo } of orders)
    await tellOfficials(tx, keyring, {
      ...{ key: `${key}/${reference}`, caseNo, role: 'paymentReviewer', subject: '暂停支付' },
      text: `${note}，已暂停，其余指令照常发送。${remedy}`,
    });
}
