import { forgetAnswers } from './answers.js';
import type { Tx } from './client.js';
import { log } from './log-entries.js';
import { overHouseholds } from './over-households.js';
import { papersAreToGo } from './papers-to-go.js';

const NOTHING = Buffer.alloc(0);

/**
 * Erases who a household is, what it wrote and what was written about it, by destroying its key, once nothing of it is
 * to be kept (over-households.ts), and what it had begun to apply for. Nobody begins anything for it meanwhile. Whether it did: once.
 */
export async function eraseHousehold(tx: Tx, id: string): Promise<boolean> {
  await lockDrafts(tx, id);
  await tx.$queryRaw`SELECT 1 FROM "Household" WHERE "id" = ${id} FOR UPDATE`;
  if ((await overHouseholds(tx, { id })).length === 0) return false;
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
  await eraseDrafts(tx, id);
  const cases = await tx.case.findMany({ where: { householdId: id }, select: { caseNo: true } });
  await log(tx, ...cases.map(({ caseNo }) => ({ kind: 'erased' as const, caseNo, householdId: id })));
  return true;
}

/** Before the household, as whoever submits one does. */
async function lockDrafts(tx: Tx, householdId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "application" WHERE "householdId" = ${householdId} AND "caseNo" IS NULL ORDER BY "id" FOR UPDATE`;
}

/** With the papers that were uploaded to them. Of one in a bundle its line stays, with nothing in it. */
async function eraseDrafts(tx: Tx, householdId: string): Promise<void> {
  const drafts = { householdId, caseNo: null };
  await papersAreToGo(tx, { application: drafts });
  await tx.paper.deleteMany({ where: { application: drafts } });
  await tx.applicationDraft.updateMany({ where: drafts, data: { body: {} } });
  await tx.applicationDraft.deleteMany({ where: { ...drafts, bundleRow: null } });
}

/** Whoever is signed in as the household, or by its phone, is so no longer. */
async function signOut(tx: Tx, id: string, phoneHash: string | null): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "session"
    WHERE "sess"->'signedIn'->>'id' = ${id} OR "sess"->'signedIn'->>'phoneHash' = ${phoneHash}`;
  if (phoneHash !== null) await tx.loginCode.deleteMany({ where: { phoneHash } });
}
