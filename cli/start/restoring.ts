import { withClient } from './database.js';

/** Whether a restore is to be compared first: until then the worker waits, and is as ready as it can be. */
export async function isRestoring(databaseUrl: string): Promise<boolean> {
  const open = `SELECT 1 FROM "Restore" WHERE "signedOffAt" IS NULL AND "comparedAt" IS NULL`;
  return await withClient(databaseUrl, async (client) => (await client.query(open)).rowCount !== 0).catch(() => false);
}
