import type { Tx } from '../../prisma/client.js';
import { openColumn } from '../../prisma/sealed.js';

/** Every identity number, telephone number and account of a household: what nobody outside may see a part of. */
export async function householdNumbers(tx: Tx, householdId: string, key: Uint8Array): Promise<string[]> {
  const { phoneSealed, members, accounts } = await tx.household.findUniqueOrThrow({
    where: { id: householdId },
    include: { members: true, accounts: true },
  });
  return [
    ...(phoneSealed ? [openColumn(key, 'householdPhone', phoneSealed)] : []),
    ...members.map(({ idNumberSealed }) => openColumn(key, 'memberIdNumber', idNumberSealed)),
    ...accounts.map(({ numberSealed }) => openColumn(key, 'accountNumber', numberSealed)),
  ];
}
