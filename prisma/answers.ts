import type { Tx } from './client.js';

const NAMED = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{6}-\d{4}-\d{6}-\d/g;

/** What a first answer is found by: UUIDs and case numbers in it. */
export const mentionsIn = (text: string): string[] => [...new Set(text.match(NAMED))];

/** Of the first answers about a household nothing is kept but that they were given. */
export async function forgetAnswers(tx: Tx, householdId: string): Promise<void> {
  const drafts = await tx.applicationDraft.findMany({ where: { householdId }, select: { id: true, caseNo: true } });
  const cases = await tx.case.findMany({ where: { householdId }, select: { caseNo: true } });
  const houses = await tx.house.findMany({ where: { householdId }, select: { id: true } });
  const own = [...drafts, ...houses].map(({ id }) => id);
  const about = [householdId, ...own, ...cases.map(({ caseNo }) => caseNo)];
  await tx.$executeRaw`
    UPDATE "IdempotencyKey" SET "answer" = jsonb_build_object('status', "status", 'body', '{}'::jsonb)
    WHERE "status" IS NOT NULL AND ("actor" = ${`household:${householdId}`} OR "mentions" && ${about})`;
}
