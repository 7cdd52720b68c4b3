import { OPEN_HOUSES } from '../domain/rules/homestead.js';
import { forgetAnswers } from './answers.js';
import type { Tx } from './client.js';
import { log } from './log-entries.js';

const NOTHING = Buffer.alloc(0);

/**
 * Erases who a household is, what it wrote and what was written about it, by destroying its key, once nothing of it is
 * to be kept: every file of it is destroyed, it has left the register, and nothing of it goes on. Whether it did.
 */
export async function eraseHousehold(tx: Tx, id: string): Promise<boolean> {
  if (!(await mayBeErased(tx, id))) return false;
  const { phoneHash } = await tx.household.findUniqueOrThrow({ where: { id } });
  await tx.household.update({
    where: { id },
    data: {
      ...{ wrappedKey: NOTHING, registerNo: `erased-${id}`, incomeFen: null },
      ...{ phoneSealed: null, phoneHash: null, addressSealed: null },
    },
  });
  await tx.$executeRaw`
    UPDATE "Member" SET "nameSealed" = ''::bytea, "idNumberSealed" = ''::bytea, "idNumberHash" = 'erased-' || "id"
    WHERE "householdId" = ${id}`;
  await tx.$executeRaw`
    UPDATE "Account" SET "numberSealed" = ''::bytea, "numberHash" = 'erased-' || "id" WHERE "householdId" = ${id}`;
  await tx.kinship.deleteMany({ where: { householdId: id } });
  await signOut(tx, id, phoneHash);
  await tx.outboxMessage.deleteMany({ where: { householdId: id } });
  await forgetAnswers(tx, id);
  const cases = await tx.case.findMany({ where: { householdId: id }, select: { caseNo: true } });
  await log(tx, ...cases.map(({ caseNo }) => ({ kind: 'erased' as const, caseNo, householdId: id })));
  return true;
}

/** Whoever is signed in as the household, or by its phone, is so no longer. */
async function signOut(tx: Tx, id: string, phoneHash: string | null): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "session"
    WHERE "sess"->'signedIn'->>'id' = ${id} OR "sess"->'signedIn'->>'phoneHash' = ${phoneHash}`;
  if (phoneHash !== null) await tx.loginCode.deleteMany({ where: { phoneHash } });
}

async function mayBeErased(tx: Tx, id: string): Promise<boolean> {
  const { standing } = await tx.household.findUniqueOrThrow({ where: { id } });
  if (standing === 'registered' || standing === 'observation') return false;
  const kept = { householdId: id, OR: [{ archive: null }, { archive: { state: { not: 'destroyed' as const } } }] };
  const goesOn = await Promise.all([
    tx.case.count({ where: kept }),
    tx.applicationDraft.count({ where: { householdId: id, caseNo: null } }),
    tx.entitlement.count({ where: { householdId: id, state: 'active' } }),
    tx.house.count({ where: { householdId: id, state: { in: [...OPEN_HOUSES] } } }),
  ]);
  return goesOn.every((count) => count === 0);
}
