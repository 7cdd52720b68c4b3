import type { Tx } from '../../prisma/client.js';
import { onHold } from '../../prisma/holds.js';

/** Orders of a batch that were put on hold since it was filled wait for another one; answers how many. */
export const takeOutHeld = async (tx: Tx, batchNo: string): Promise<number> =>
  await tx.$executeRaw`
    UPDATE "Payment" p SET "state" = 'checked', "batchNo" = NULL
    WHERE p."batchNo" = ${batchNo} AND p."state" = 'batched' AND ${onHold}`;
