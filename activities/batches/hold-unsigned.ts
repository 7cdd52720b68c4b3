import type { TransferOrder } from '../../bank/bank.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import { stopCases } from '../../prisma/holds.js';
import { openRegistered } from '../../prisma/payee.js';
import type { RegisteredAccount } from '../../prisma/registered-payees.js';
import { isAnnounced } from '../../prisma/signing-keys.js';
import { tellOfficials } from '../../prisma/tell-officials.js';
import { unsignedAccounts } from '../../proof/checks/accounts.js';
import { publicKeysOf } from '../../proof/signing-key.js';
import type { World } from '../world.js';
import { LONG } from './alive.js';
import { ordersOf } from './orders.js';
import { takeOutHeld } from './take-out-held.js';

const NOTE = '收款单位账户与两名工作人员签字登记的不符';
const READ = { ...LONG, isolationLevel: 'RepeatableRead' } as const;

/**
 * 收款单位账户: nothing leaves to an account of the register that is not as one official entered it and another agreed to
 * it, nor in an order that names another payee than stands there. Its case is put on hold, and finance is told.
 */
export async function holdUnsigned({ db, keyring }: World, batchNo: string): Promise<void> {
  const references = await db.$transaction((tx) => unsignedOrders(tx, keyring, batchNo), READ);
  if (references.length === 0) return;
  await db.$transaction(async (tx) => {
    const unsigned = await tx.payment.findMany({ where: { reference: { in: references } } });
    const caseNos = unsigned.map(({ caseNo }) => caseNo);
    await stopCases(tx, caseNos, { reasonCode: 'PAYEE_DOUBTFUL', note: NOTE });
    await takeOutHeld(tx, batchNo);
    for (const { reference, caseNo } of unsigned)
      await tellOfficials(tx, keyring, {
        ...{ key: `unsigned/${reference}`, caseNo, role: 'paymentReviewer', subject: '暂停支付' },
        text: `${NOTE}，已暂停，其余指令照常发送。请重新登记账户，由另一人签字后再解除。`,
      });
  }, LONG);
}

/** Their references. */
async function unsignedOrders(tx: Tx, keyring: Keyring, batchNo: string): Promise<string[]> {
  if (!(await isAnnounced(tx, 'payeeAccounts'))) return [];
  const registered = await accountsIn(tx, batchNo);
  const accounts = [...registered.values()].map(({ account }) => account);
  const unsigned = new Set(unsignedAccounts(accounts, publicKeysOf(keyring.signingSeeds('acts'))));
  const found: string[] = [];
  for (const [id, to] of registered) {
    const orders = await ordersOf(tx, keyring, batchNo, { to: [id] });
    const wrong = unsigned.has(to.account) ? orders : orders.filter((order) => !isTo(order, keyring, to));
    found.push(...wrong.map(({ reference }) => reference));
  }
  return found;
}

/** Accounts of the register that orders of a batch are made to, and all others of the same payees, by their IDs. */
async function accountsIn(tx: Tx, batchNo: string): Promise<Map<string, RegisteredAccount>> {
  const orders = await tx.payment.findMany({
    where: { batchNo, state: 'batched' },
    distinct: ['accountId'],
    select: { accountId: true },
  });
  const rows = await tx.payeeAccount.findMany({
    where: { payee: { accounts: { some: { id: { in: orders.map(({ accountId }) => accountId) } } } } },
    include: { payee: true },
  });
  return new Map(rows.map(({ payee, ...account }) => [account.id, { account, payee }]));
}

function isTo({ payeeName, payeeAccount }: TransferOrder, keyring: Keyring, registered: RegisteredAccount): boolean {
  const { name, account } = openRegistered(keyring, registered);
  return payeeName === name && payeeAccount === account;
}
