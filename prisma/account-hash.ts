import { Prisma, type Tx } from './client.js';

/** Keyed hash of the account that order `p` of "Payment" goes to: a household's, or one of the register of payees; one row. */
export const accountOfOrder = Prisma.sql`LATERAL (
  SELECT "numberHash" FROM "Account" WHERE "id" = p."accountId"
  UNION ALL SELECT "numberHash" FROM "PayeeAccount" WHERE "id" = p."accountId")`;

/** Whether it is the account of a helper or of an official, by its keyed hash. */
export async function isOfHelperOrOfficial(tx: Tx, accountHash: string): Promise<boolean> {
  const helpers = await tx.helper.count({ where: { accountHash } });
  const officials = await tx.official.count({ where: { accountHash } });
  return helpers + officials > 0;
}
