import type { Ground } from './ground.js';
import { terminate } from './terminate.js';

/**
 * Bundles that are not at their end are run anew from their rows, once somebody has signed: what they do follows from
 * these alone. Whatever the engine has of them stands still until then.
 */
export async function runBundlesAnew({ db, client }: Ground, inEngine: Iterable<string>): Promise<void> {
  for (const id of [...inEngine].filter(isBundle)) await terminate(client, id, 'It is run anew from its rows.');
  await db.bundle.updateMany({ where: { state: { notIn: ['drafting', 'ended'] } }, data: { startedAt: null } });
}

const isBundle = (workflowId: string): boolean => /^\d{6}-\d{4}-K\d{6,}-\d+$/.test(workflowId);
