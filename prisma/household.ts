import type { Keyring } from '../platform/keyring.js';
import type { Tx } from './client.js';
import { openColumn } from './sealed.js';

/** Somebody money can be paid to or a notice can name. */
export interface Head {
  readonly memberId: string;
  readonly name: string;
}

/** The household's own key: with it gone, who they are and what they wrote is erased. */
export async function householdKey(tx: Tx, keyring: Keyring, householdId: string): Promise<Buffer> {
  const { wrappedKey } = await tx.household.findUniqueOrThrow({ where: { id: householdId } });
  return keyring.unwrap(wrappedKey);
}

/** The head of a household, who is the first member in the register. */
export async function headOf(tx: Tx, keyring: Keyring, householdId: string): Promise<Head> {
  const key = await householdKey(tx, keyring, householdId);
  const { id, nameSealed } = await tx.member.findFirstOrThrow({ where: { householdId }, orderBy: { position: 'asc' } });
  return { memberId: id, name: openColumn(key, 'memberName', nameSealed) };
}
