import { eraseHousehold } from '../../prisma/erase-household.js';
import { overHouseholds } from '../../prisma/over-households.js';
import type { Sweep } from './sweep.js';

/**
 * 保管期满: a household that left the register, or of which the last thing ended, after its files were destroyed is
 * erased then, each in a transaction of its own.
 */
export const eraseOver: Sweep = async ({ db }, limit) => {
  const over = await overHouseholds(db, { most: limit });
  for (const id of over) await db.$transaction(async (tx) => await eraseHousehold(tx, id));
  return over.length;
};
