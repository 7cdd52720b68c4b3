import { z } from 'zod';
import type { Keyring } from '../platform/keyring.js';
import type { Tx } from './client.js';
import { householdKey } from './household.js';
import { openColumn, sealColumn } from './sealed.js';

const Payee = z.strictObject({ name: z.string(), account: z.string() });
/** Whom a payment goes to, as the bank is told. */
export type Payee = z.infer<typeof Payee>;

/** The household's current account and its holder, as they are now, sealed for the order. */
export async function snapshotPayee(tx: Tx, keyring: Keyring, householdId: string) {
  const key = await householdKey(tx, keyring, householdId);
  const account = await tx.account.findFirstOrThrow({
    where: { householdId, current: true },
    include: { member: true },
  });
  const payee: Payee = {
    name: openColumn(key, 'memberName', account.member.nameSealed),
    account: openColumn(key, 'accountNumber', account.numberSealed),
  };
  return {
    accountId: account.id,
    bankName: account.bankName,
    payeeSealed: sealColumn(key, 'payee', JSON.stringify(payee)),
  };
}

/** The payee of an order, opened with the household's key. */
export const openPayee = (key: Uint8Array, payeeSealed: Uint8Array): Payee =>
  Payee.parse(JSON.parse(openColumn(key, 'payee', payeeSealed)));
