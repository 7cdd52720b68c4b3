import { z } from 'zod';
import { accountFor, type PayTo, receiverOf } from '../domain/rules/payee.js';
import type { Keyring } from '../platform/keyring.js';
import type { Tx } from './client.js';
import { householdKey } from './household.js';
import { openColumn, sealColumn } from './sealed.js';

const Payee = z.strictObject({ name: z.string(), account: z.string() });
/** Whom a payment goes to, as the bank is told. */
export type Payee = z.infer<typeof Payee>;

/** Whom of a household a subsidy is for. */
export interface Receiver {
  /** Without it, the head. */
  readonly payTo?: PayTo | undefined;
  /** Of a personal subsidy: the member it is for. */
  readonly personId?: string | undefined;
}

/** The account that an order would be made to now, with its holder and who should receive; undefined without one. */
export async function payeeAccount(tx: Tx, householdId: string, { payTo = 'head', personId }: Receiver) {
  const head = await tx.member.findFirstOrThrow({ where: { householdId }, orderBy: { position: 'asc' } });
  const rows = await tx.account.findMany({ where: { householdId }, include: { member: true } });
  const receiverId = receiverOf(payTo, head.id, personId);
  const accounts = rows.map((row) => ({
    ...{ row, holderId: row.memberId, current: row.current, since: row.since.getTime() },
  }));
  const account = accountFor(payTo, receiverId, accounts)?.row;
  return account && { account, receiverId };
}

/** An account that is paid to, its holder, and whom the subsidy is for. */
export type PayeeAccount = NonNullable<Awaited<ReturnType<typeof payeeAccount>>>;

/**
 * The account that the subsidy goes to and its holder, as they are now, sealed for the order.
 * @throws when the household has no account
 */
export async function snapshotPayee(tx: Tx, keyring: Keyring, householdId: string, paidTo: Receiver = {}) {
  const chosen = await payeeAccount(tx, householdId, paidTo);
  if (!chosen) throw new Error('The household has no account to pay to.');
  return await sealPayee(tx, keyring, chosen);
}

/** What an order says of its payee. */
export async function sealPayee(tx: Tx, keyring: Keyring, { account }: PayeeAccount) {
  const { id: accountId, householdId, bankName, member, numberSealed } = account;
  const key = await householdKey(tx, keyring, householdId);
  const payee: Payee = {
    name: openColumn(key, 'memberName', member.nameSealed),
    account: openColumn(key, 'accountNumber', numberSealed),
  };
  return { accountId, bankName, payeeSealed: sealColumn(key, 'payee', JSON.stringify(payee)) };
}

/** The payee of an order, opened with the household's key. */
export const openPayee = (key: Uint8Array, payeeSealed: Uint8Array): Payee =>
  Payee.parse(JSON.parse(openColumn(key, 'payee', payeeSealed)));
