import type { EntitlementEnd } from '../../domain/schemas/entitlement.js';
import { uuidFor } from '../../platform/digest.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Db } from '../../prisma/client.js';
import { endEntitlement as end, lockEntitlement } from '../../prisma/entitlements.js';
import { relatedOfficials } from '../../prisma/kin.js';
import { keepWords } from '../../prisma/words.js';
import { found, Refused } from '../problem.js';
import { visibleCase } from '../queries/visible.js';
import type { OfficialWho } from '../who.js';

interface Said {
  readonly caseNo: string;
  readonly actId: string;
  readonly said: EntitlementEnd;
}

/**
 * An official ends what is paid period after period; a period that has its run is paid yet. The same act again finds
 * its end.
 * @throws Refused NOT_FOUND, OUT_OF_AREA, KIN, ENTITLEMENT_ENDED
 */
export async function endEntitlement(
  { db, keyring }: { readonly db: Db; readonly keyring: Keyring },
  who: OfficialWho,
  { caseNo, actId, said }: Said,
): Promise<void> {
  const { householdId } = await visibleCase(db, who, caseNo);
  found(await db.entitlement.findUnique({ where: { caseNo } }));
  if ((await relatedOfficials(db, householdId)).includes(who.id)) throw new Refused('KIN');
  await db.$transaction(async (tx) => {
    const wordsId = uuidFor(actId, 'words');
    const { endWordsId } = await lockEntitlement(tx, caseNo);
    if (endWordsId === wordsId) return;
    await keepWords(tx, keyring, { id: wordsId, householdId, caseNo, text: said.words });
    const ending = { end: said.reason, at: new Date(), byId: who.id, wordsId };
    if (!(await end(tx, keyring, caseNo, ending))) throw new Refused('ENTITLEMENT_ENDED');
  });
}
