import { randomUUID } from 'node:crypto';
import type { Keyring } from '../../platform/keyring.js';
import { sealColumn } from '../sealed.js';
import type { RegisterAccount, RegisterHousehold, RegisterMember } from './register-household.js';

/** The rows of a household that is not in the database yet, sealed under a new key of its own. */
export function newHousehold(keyring: Keyring, register: RegisterHousehold, id: string = randomUUID()) {
  const { key, wrapped } = keyring.newHouseholdKey();
  const members = register.members.map((member, index) => newMember(keyring, key, id, index + 1, member));
  const receiving = register.members.findIndex((member) => member.account !== null);
  const accounts = register.members.flatMap(({ account }, index) => {
    const memberId = members[index]?.id;
    if (account === null || memberId === undefined) return [];
    return [newAccount(keyring, key, { householdId: id, memberId, account, current: index === receiving })];
  });
  return { household: { id, wrappedKey: wrapped, ...householdColumns(keyring, key, register) }, members, accounts };
}

/** What the register says of a household, but for its members. */
export function householdColumns(keyring: Keyring, key: Uint8Array, register: RegisterHousehold) {
  const { phone, address, members: _members, ...plain } = register;
  return {
    ...plain,
    phoneSealed: phone === null ? null : sealColumn(key, 'householdPhone', phone),
    phoneHash: phone === null ? null : keyring.lookup('phone', phone),
    addressSealed: address === null ? null : sealColumn(key, 'householdAddress', address),
  };
}

/** @param position order in the register; 1 is the head */
export function newMember(
  keyring: Keyring,
  key: Uint8Array,
  householdId: string,
  position: number,
  member: RegisterMember,
) {
  return { id: randomUUID(), householdId, position, ...memberColumns(keyring, key, member) };
}

/** What the register says of a member, but for the place in the household and the account. */
export function memberColumns(keyring: Keyring, key: Uint8Array, member: RegisterMember) {
  return {
    relation: member.relation,
    nameSealed: sealColumn(key, 'memberName', member.name),
    idNumberSealed: sealColumn(key, 'memberIdNumber', member.idNumber),
    idNumberHash: keyring.lookup('idNumber', member.idNumber),
    ...{ canWork: member.canWork, disability: member.disability, minority: member.minority },
    status: member.status,
    statusSince: member.statusSince,
  };
}

interface AccountOf {
  householdId: string;
  memberId: string;
  account: RegisterAccount;
  /** Whether subsidies go there; one of a household's accounts at most. */
  current: boolean;
}

export function newAccount(keyring: Keyring, key: Uint8Array, { householdId, memberId, account, current }: AccountOf) {
  return {
    id: randomUUID(),
    householdId,
    memberId,
    bankName: account.bankName,
    numberSealed: sealColumn(key, 'accountNumber', account.number),
    numberHash: keyring.lookup('account', account.number),
    current,
  };
}
