import { maskName } from '../domain/rules/masking.js';
import type { Keyring } from '../platform/keyring.js';
import type { Owner } from './applicant.js';
import type { Tx } from './client.js';
import { openColumn } from './sealed.js';

/** Whose cases they are, as everybody may read it: the head of a household masked, an organisation by its full name. */
export async function publicNames(tx: Tx, keyring: Keyring, rows: readonly Owner[]): Promise<(row: Owner) => string> {
  const households = await tx.household.findMany({
    where: { id: { in: rows.flatMap(({ householdId }) => householdId ?? []) } },
    include: { members: { orderBy: { position: 'asc' }, take: 1 } },
  });
  const payees = await tx.payee.findMany({ where: { id: { in: rows.flatMap(({ payeeId }) => payeeId ?? []) } } });
  const heads = households.map(({ id, wrappedKey, members }): [string, string] => [
    id,
    maskName(openColumn(keyring.unwrap(wrappedKey), 'memberName', members[0]!.nameSealed)),
  ]);
  const names = new Map([...heads, ...payees.map(({ id, name }): [string, string] => [id, name])]);
  return ({ householdId, payeeId }) => names.get(householdId ?? payeeId!)!;
}
