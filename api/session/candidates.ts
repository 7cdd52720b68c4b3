import { countyOf } from '../../domain/rules/county-of.js';
import type { Identity } from '../../domain/schemas/session.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Db } from '../../prisma/client.js';
import { openColumn } from '../../prisma/sealed.js';

export interface Candidate extends Identity {
  readonly kind: 'household' | 'helper';
  readonly areaCode: string;
}

/** Everybody who may sign in with a phone: households of the register (one phone may serve two), then a helper. */
export async function candidatesOf(
  { db, keyring }: { readonly db: Db; readonly keyring: Keyring },
  phoneHash: string,
): Promise<Candidate[]> {
  const households = await db.household.findMany({
    where: { phoneHash },
    orderBy: { registerNo: 'asc' },
    include: { members: { where: { position: 1 } } },
  });
  const helper = await db.helper.findUnique({ where: { phoneHash } });
  const candidates = households.map(({ id, villageCode, wrappedKey, members: [head] }): Candidate => {
    const name = head ? openColumn(keyring.unwrap(wrappedKey), 'memberName', head.nameSealed) : '';
    return { kind: 'household', id, areaCode: villageCode, name };
  });
  if (helper) {
    const { key } = keyring.county(countyOf(helper.villageCode));
    const name = openColumn(key, 'helperName', helper.nameSealed);
    candidates.push({ kind: 'helper', id: helper.id, areaCode: helper.villageCode, name });
  }
  return candidates;
}
