import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import { isSamePayee, openRegistered } from '../../prisma/payee.js';
import { asRegistered, type RegisteredAccount } from '../../prisma/registered-payees.js';
import { isAnnounced } from '../../prisma/signing-keys.js';
import { unsignedAccounts } from '../../proof/checks/accounts.js';
import { publicKeysOf } from '../../proof/signing-key.js';
import type { World } from '../world.js';
import { LONG } from './alive.js';
import { holdOrders } from './hold-orders.js';
import { ordersOf } from './orders.js';

const WHY = {
  key: 'unsigned',
  note: '收款单位账户与两名工作人员签字登记的不符',
  remedy: '请重新登记账户，由另一人签字后再解除。',
} as const;
const READ = { ...LONG, isolationLevel: 'RepeatableRead' } as const;

/**
 * 收款单位账户: nothing leaves to an account of the register that is not as one official entered it and another agreed to
 * it, nor in an order that names another payee than stands there. Its case is put on hold, and finance is told.
 */
export async function holdUnsigned({ db, keyring }: World, batchNo: string): Promise<void> {
  const unsigned = await db.$transaction((tx) => unsignedOrders(tx, keyring, batchNo), READ);
  if (unsigned.length > 0) await db.$transaction((tx) => holdOrders(tx, keyring, batchNo, unsigned, WHY), LONG);
}

async function unsignedOrders(tx: Tx, keyring: Keyring, batchNo: string) {
  if (!(await isAnnounced(tx, 'payeeAccounts'))) return [];
  const rows = await tx.payment.findMany({
    where: { batchNo, state: 'batched' },
    select: { reference: true, caseNo: true, accountId: true },
  });
  const registered = await accountsOf(tx, [...new Set(rows.map(({ accountId }) => accountId))]);
  const accounts = [...registered.values()].map(({ account }) => account);
  const unsigned = new Set(unsignedAccounts(accounts, publicKeysOf(keyring.signingSeeds('acts'))));
  const orders = await ordersOf(tx, keyring, batchNo, { to: [...registered.keys()] });
  const told = new Map(orders.map((order) => [order.reference, order]));
  return rows.filter(({ reference, accountId }) => {
    const to = registered.get(accountId);
    if (!to) return false;
    if (unsigned.has(to.account)) return true;
    const { payeeName: name, payeeAccount: account } = told.get(reference)!;
    return !isSamePayee({ name, account }, openRegistered(keyring, to));
  });
}

/** Those of these accounts that stand in the register, and all others of the same payees, by their IDs. */
async function accountsOf(tx: Tx, ids: string[]): Promise<Map<string, RegisteredAccount>> {
  const rows = await tx.payeeAccount.findMany({
    where: { payee: { accounts: { some: { id: { in: ids } } } } },
    include: { payee: true },
  });
  return new Map(rows.map((row) => [row.id, asRegistered(row)]));
}
