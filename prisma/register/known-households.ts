import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../client.js';
import { openColumn } from '../sealed.js';

/** A household as the database has it, opened as far as an import must compare it. */
export type KnownHousehold =
  Awaited<ReturnType<typeof knownHouseholds>> extends Map<string, infer Household> ? Household : never;
export type KnownMember = KnownHousehold['members'][number];

/** Those of the households that the database has, by their number in the register. */
export async function knownHouseholds(tx: Tx, keyring: Keyring, registerNos: readonly string[]) {
  const rows = await tx.household.findMany({
    where: { registerNo: { in: [...registerNos] } },
    include: { members: { orderBy: { position: 'asc' } }, accounts: true },
  });
  const households = rows.map((row) => {
    const key = keyring.unwrap(row.wrappedKey);
    const { phoneSealed, addressSealed, members, ...plain } = row;
    return {
      ...plain,
      key,
      phone: phoneSealed && openColumn(key, 'householdPhone', phoneSealed),
      address: addressSealed && openColumn(key, 'householdAddress', addressSealed),
      members: members.map(({ nameSealed, ...member }) => ({
        ...member,
        name: openColumn(key, 'memberName', nameSealed),
      })),
    };
  });
  return new Map(households.map((household) => [household.registerNo, household]));
}
