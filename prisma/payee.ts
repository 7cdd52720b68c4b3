import { z } from 'zod';
import { accountFor, isOfRegister, payingOf, type PayTo, receiverOf } from '../domain/rules/payee.js';
import type { Programme } from '../domain/schemas/programme.js';
import type { Keyring } from '../platform/keyring.js';
import type { Tx } from './client.js';
import type { CaseModel, PayeeModel } from './generated/models.js';
import { caseKey } from './applicant.js';
import { lastRegisteredAccount, type RegisteredAccount, registeredAccounts } from './registered-payees.js';
import { ERASED, openColumn, sealColumn } from './sealed.js';

const Payee = z.strictObject({ name: z.string(), account: z.string() });
/** Whom a payment goes to, as the bank is told. */
export type Payee = z.infer<typeof Payee>;

export const isSamePayee = (one: Payee, other: Payee): boolean =>
  one.name === other.name && one.account === other.account;

/** Whom of a household a subsidy is for. */
interface Receiver {
  /** Without it, the head. */
  readonly payTo?: PayTo | undefined;
  /** Of a personal subsidy: the member it is for. */
  readonly personId?: string | undefined;
}

/** The household's account that an order would be made to now, with its holder and who should receive; undefined without one. */
async function householdAccount(tx: Tx, householdId: string, { payTo = 'head', personId }: Receiver) {
  const head = await tx.member.findFirstOrThrow({ where: { householdId }, orderBy: { position: 'asc' } });
  const rows = await tx.account.findMany({ where: { householdId }, include: { member: true } });
  const receiverId = receiverOf(payTo, head.id, personId);
  const accounts = rows.map((row) => ({
    ...{ row, holderId: row.memberId, current: row.current, since: row.since.getTime() },
  }));
  const account = accountFor(payTo, receiverId, accounts)?.row;
  return account && { account, receiverId };
}

/** An account of a household that is paid to, its holder, and whom the subsidy is for. */
export type HouseholdAccount = NonNullable<Awaited<ReturnType<typeof householdAccount>>>;

/** An account that a case pays to: of its household, or of the register of payees. */
export type CaseAccount = HouseholdAccount | RegisteredAccount;

export const isRegistered = (chosen: CaseAccount): chosen is RegisteredAccount => 'payee' in chosen;

/** The account that an order of a case would be made to now; undefined where there is none. */
export async function caseAccount(tx: Tx, row: CaseModel, programme: Programme): Promise<CaseAccount | undefined> {
  const registered = (await registeredAccounts(tx, [{ ...row, programme }])).get(row.caseNo);
  if (registered) return registered;
  const { payTo } = payingOf(programme, row.rentMonths);
  if (row.householdId === null || (payTo && isOfRegister(payTo))) return undefined;
  const { personId } = row.input as { personId?: string };
  return await householdAccount(tx, row.householdId, { payTo, personId });
}

/** The same when the order is made: of the register the last one, though it is closed meanwhile. @throws without one */
export async function accountToOrder(tx: Tx, row: CaseModel, programme: Programme): Promise<CaseAccount> {
  const account = (await caseAccount(tx, row, programme)) ?? (await lastRegisteredAccount(tx, { ...row, programme }));
  if (!account) throw new Error(`Case ${row.caseNo} has no account to pay to.`);
  return account;
}

/**
 * The account that the subsidy goes to and its holder, as they are now, sealed for the order.
 * @throws when the household has no account
 */
export async function snapshotPayee(tx: Tx, keyring: Keyring, householdId: string, paidTo: Receiver = {}) {
  const chosen = await householdAccount(tx, householdId, paidTo);
  if (!chosen) throw new Error('The household has no account to pay to.');
  return await sealPayee(tx, keyring, { caseNo: '', householdId }, chosen);
}

/** What an order of a case says of its payee; sealed under the key of the case, whoever is paid. */
export async function sealPayee(
  tx: Tx,
  keyring: Keyring,
  row: Pick<CaseModel, 'caseNo' | 'householdId'>,
  chosen: CaseAccount,
) {
  const { id: accountId, bankName } = chosen.account;
  const key = await caseKey(tx, keyring, row);
  const payee = isRegistered(chosen) ? openRegistered(keyring, chosen) : openHouseholds(key, chosen);
  return { accountId, bankName, payeeSealed: sealColumn(key, 'payee', JSON.stringify(payee)) };
}

const openHouseholds = (key: Uint8Array, { account: { member, numberSealed } }: HouseholdAccount): Payee => ({
  name: openColumn(key, 'memberName', member.nameSealed),
  account: openColumn(key, 'accountNumber', numberSealed),
});

/** Name and account of the register, opened with the county's key. */
export const openRegistered = (keyring: Keyring, { account, payee }: RegisteredAccount): Payee => ({
  name: openPayeeName(keyring, payee),
  account: openColumn(keyring.county(payee.countyCode).key, 'payeeAccountNumber', account.numberSealed),
});

/** The whole name of somebody of the register, as his account is held. */
export const openPayeeName = (keyring: Keyring, { name, nameSealed, countyCode }: PayeeModel): string =>
  nameSealed === null ? name : openColumn(keyring.county(countyCode).key, 'payeeName', nameSealed);

/** The payee of an order, opened with the key of its case. */
export const openPayee = (key: Uint8Array, payeeSealed: Uint8Array): Payee =>
  key.length === 0 ? { name: ERASED, account: ERASED } : Payee.parse(JSON.parse(openColumn(key, 'payee', payeeSealed)));
