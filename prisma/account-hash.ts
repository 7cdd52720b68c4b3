import { Prisma } from './client.js';

/** Keyed hash of the account that order `p` of "Payment" goes to: a household's, or one of the register of payees; one row. */
export const accountOfOrder = Prisma.sql`LATERAL (
  SELECT "numberHash" FROM "Account" WHERE "id" = p."accountId"
  UNION ALL SELECT "numberHash" FROM "PayeeAccount" WHERE "id" = p."accountId")`;
