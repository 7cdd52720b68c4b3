import type { Tx } from '../../../prisma/client.js';
import { onHold } from '../../../prisma/holds.js';

/** Those of the orders that are on hold. */
export async function heldReferences(tx: Tx, references: readonly string[]): Promise<Set<string>> {
  const held = await tx.$queryRaw<{ reference: string }[]>`
    SELECT p."reference" FROM "Payment" p WHERE p."reference" = ANY(${references}) AND ${onHold}`;
  return new Set(held.map(({ reference }) => reference));
}
