import { commissionOf } from '../../prisma/bundles.js';
import type { Sweep } from './sweep.js';

/** Bundles that were handed in and that the engine was not told of; each is run from where its rows are. */
export const startBundles: Sweep = async ({ db, cases }, limit) => {
  const rows = await db.bundle.findMany({
    where: { startedAt: null, state: { notIn: ['drafting', 'ended'] } },
    orderBy: { submittedAt: 'asc' },
    take: limit,
  });
  for (const row of rows) {
    await cases.startBundle(await commissionOf(db, row));
    await db.bundle.update({ where: { no: row.no }, data: { startedAt: new Date() } });
  }
  return rows.length;
};
