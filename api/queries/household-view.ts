import type { HouseholdView } from '../../domain/schemas/household-view.js';
import type { Tx } from '../../prisma/client.js';
import { openColumn } from '../../prisma/sealed.js';
import type { Keyring } from '../../platform/keyring.js';
import { found } from '../problem.js';
import { areaNames } from '../../prisma/areas.js';

/** What the register knows about a household, opened with its own key. @throws Refused NOT_FOUND */
export async function householdView(tx: Tx, keyring: Keyring, id: string): Promise<HouseholdView> {
  const include = { members: { orderBy: { position: 'asc' } }, accounts: { where: { current: true } } } as const;
  const household = found(await tx.household.findUnique({ where: { id }, include }));
  const key = keyring.unwrap(household.wrappedKey);
  const { registerNo, villageCode, standing, group, registeredOn, phoneSealed, addressSealed } = household;
  const members = household.members.map((member) => ({
    ...{ id: member.id, position: member.position, relation: member.relation },
    ...{ canWork: member.canWork, status: member.status },
    ...{ disability: member.disability, minority: member.minority },
    name: openColumn(key, 'memberName', member.nameSealed),
    idNumber: openColumn(key, 'memberIdNumber', member.idNumberSealed),
  }));
  const village = await tx.area.findUnique({ where: { code: villageCode }, select: { villageType: true } });
  const account = household.accounts[0];
  return {
    ...{ id, registerNo, standing, group, registeredOn, members, incomeFen: household.incomeFen },
    villageType: village?.villageType ?? null,
    area: (await areaNames(tx, [villageCode]))(villageCode),
    phone: phoneSealed && openColumn(key, 'householdPhone', phoneSealed),
    address: addressSealed && openColumn(key, 'householdAddress', addressSealed),
    account: account
      ? {
          ...{ id: account.id, memberId: account.memberId, bankName: account.bankName },
          holder: members.find((member) => member.id === account.memberId)?.name ?? '',
          number: openColumn(key, 'accountNumber', account.numberSealed),
        }
      : null,
  };
}
