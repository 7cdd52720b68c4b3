import type { Keyring } from '../platform/keyring.js';
import type { Db } from './client.js';

/**
 * Wraps the keys of at most so many households anew, under the newest generation; answers how many, 0 once all are. What
 * is done is done: broken off, it goes on with the rest. A household that was erased stays so.
 */
export async function rewrapKeys(db: Db, keyring: Keyring, most: number): Promise<number> {
  const mark = keyring.householdMark();
  return await db.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string; wrappedKey: Uint8Array }[]>`
      SELECT "id", "wrappedKey" FROM "Household"
      WHERE length("wrappedKey") > 0 AND substring("wrappedKey" FROM 1 FOR ${mark.length}) <> ${mark}
      ORDER BY "id" LIMIT ${most} FOR UPDATE`;
    for (const { id, wrappedKey } of rows)
      await tx.$executeRaw`UPDATE "Household" SET "wrappedKey" = ${keyring.rewrap(wrappedKey)} WHERE "id" = ${id}`;
    return rows.length;
  });
}
