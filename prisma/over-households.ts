import { OPEN_HOUSES } from '../domain/rules/homestead.js';
import { Prisma } from './generated/client.js';
import type { Tx } from './client.js';

/**
 * 保管期满: households of whom nothing is to be kept any more, at most `most`, or the one that is asked about: it was
 * filed and every file of it is destroyed, it has left the register, no bundle that was handed in is yet to begin a case
 * of it, it is paid nothing and none of its houses waits. A draft is no case: it holds nothing up. One that was erased is
 * none of them.
 */
export async function overHouseholds(tx: Tx, { id, most = 1 }: { id?: string; most?: number }): Promise<string[]> {
  const asked = id === undefined ? Prisma.empty : Prisma.sql`AND household."id" = ${id}`;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT household."id" FROM "Household" household
    WHERE household."standing" IN ('exited', 'unregistered') AND length(household."wrappedKey") > 0 ${asked}
      AND EXISTS (SELECT 1 FROM "Case" kept WHERE kept."householdId" = household."id")
      AND NOT EXISTS (
        SELECT 1 FROM "Case" kept LEFT JOIN "ArchiveFile" file ON file."caseNo" = kept."caseNo"
        WHERE kept."householdId" = household."id" AND file."state" IS DISTINCT FROM 'destroyed')
      AND NOT EXISTS (
        SELECT 1 FROM "application" draft
        JOIN "BundleRow" listed ON listed."applicationId" = draft."id" AND listed."state" = 'listed'
        JOIN "Bundle" bundle ON bundle."no" = listed."bundleNo" AND bundle."state" NOT IN ('drafting', 'ended')
        WHERE draft."householdId" = household."id" AND draft."caseNo" IS NULL)
      AND NOT EXISTS (
        SELECT 1 FROM "Entitlement" paid WHERE paid."householdId" = household."id" AND paid."state" = 'active')
      AND NOT EXISTS (
        SELECT 1 FROM "House" house
        WHERE house."householdId" = household."id" AND house."state"::text = ANY(${[...OPEN_HOUSES]}))
    ORDER BY household."id" LIMIT ${most}`;
  return rows.map((row) => row.id);
}
