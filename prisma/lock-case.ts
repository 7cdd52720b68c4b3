import type { Tx } from './client.js';

/**
 * Locks a case, so that what is written to it is written one after the other. No stronger: who objects holds the notice
 * and then refers to the case, in the other order.
 */
export async function lockCase(tx: Tx, caseNo: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Case" WHERE "caseNo" = ${caseNo} FOR NO KEY UPDATE`;
}
