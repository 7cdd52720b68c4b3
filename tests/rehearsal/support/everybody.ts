import { homeAt } from '../../../cli/start/home.js';
import { loadKeys } from '../../../cli/start/keys.js';
import { Keyring } from '../../../platform/keyring.js';
import { connect } from '../../../prisma/client.js';
import { openColumn } from '../../../prisma/sealed.js';
import type { Place } from '../../support/copy.js';
import { databaseOf } from './database-of.js';

/** Name, ID number, phone and account of everybody in the register of a copy. */
export async function everybody(place: Place): Promise<string[]> {
  const keyring = Keyring.from(loadKeys(homeAt(place.home))!.key);
  const db = connect(databaseOf(place), 2);
  try {
    const households = await db.household.findMany({ include: { members: true, accounts: true } });
    return households.flatMap(({ wrappedKey, phoneSealed, members, accounts }) => {
      const key = keyring.unwrap(wrappedKey);
      return [
        ...(phoneSealed ? [openColumn(key, 'householdPhone', phoneSealed)] : []),
        ...members.map(({ nameSealed }) => openColumn(key, 'memberName', nameSealed)),
        ...members.map(({ idNumberSealed }) => openColumn(key, 'memberIdNumber', idNumberSealed)),
        ...accounts.map(({ numberSealed }) => openColumn(key, 'accountNumber', numberSealed)),
      ];
    });
  } finally {
    await db.$disconnect();
  }
}
