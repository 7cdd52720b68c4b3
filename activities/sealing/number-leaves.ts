import type { Db } from '../../prisma/client.js';
import { lockLog } from '../../prisma/log-entries.js';

/** Gives what was logged its place in the log: one after the other, for good. Answers how many leaves it numbered. */
export async function numberLeaves(db: Db, most: number): Promise<number> {
  return await db.$transaction(async (tx) => {
    await lockLog(tx);
    return await tx.$executeRaw`
      WITH size AS (SELECT coalesce(max("index") + 1, 0) AS size FROM "LogEntry"), next AS (
        SELECT "id", row_number() OVER (ORDER BY "id") - 1 AS place FROM (
          SELECT "id" FROM "LogEntry" WHERE "index" IS NULL ORDER BY "id" LIMIT ${most}
        ) AS unnumbered
      )
      UPDATE "LogEntry" entry SET "index" = size.size + next.place FROM size, next WHERE entry."id" = next."id"`;
  });
}
