import type { Tx } from './client.js';

/** A case of which something was sealed is to be filed, or its file to get what came in. */
export async function dueForArchive(tx: Tx, caseNo: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "ArchiveDue" ("caseNo") VALUES (${caseNo})
    ON CONFLICT ("caseNo") DO UPDATE SET "since" = clock_timestamp()`;
}
