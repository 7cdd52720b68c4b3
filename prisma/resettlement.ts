import type { Db, Tx } from './client.js';
import type { ResettlementPlotModel as Plot } from './generated/models.js';

/** A plot or flat of a site for so many persons. */
interface Place {
  readonly siteId: string;
  readonly plotNo: string;
  readonly persons: number;
}

interface Placement {
  readonly kind: 'placed' | 'plotTaken' | 'siteFull';
}

/**
 * Sets a plot aside for a case, in place of what it had before. Asked again it answers the same; however many ask at
 * once, a plot is given once and no site is overbooked.
 */
export const takePlace = (db: Db, caseNo: string, place: Place): Promise<Placement> =>
  db.$transaction(async (tx) => {
    const { siteId, plotNo, persons } = place;
    const held = await tx.resettlementPlot.findUnique({ where: { caseNo } });
    await lockSites(tx, held ? [held.siteId, siteId] : [siteId]);
    const plot = await plotOf(tx, siteId, plotNo);
    if (!plot || (plot.caseNo !== null && plot.caseNo !== caseNo)) return { kind: 'plotTaken' };
    if (plot.caseNo === caseNo) return { kind: 'placed' };
    await releasePlace(tx, caseNo);
    const { capacity, taken } = await tx.resettlementSite.findUniqueOrThrow({ where: { id: siteId } });
    if (taken + persons > capacity) return { kind: 'siteFull' };
    await tx.resettlementSite.update({ where: { id: siteId }, data: { taken: { increment: persons } } });
    await tx.resettlementPlot.update({
      where: { siteId_no: { siteId, no: plotNo } },
      data: { caseNo, persons },
    });
    return { kind: 'placed' };
  });

/** The place of a case is free again, where it had one. */
export async function releasePlace(tx: Tx, caseNo: string): Promise<void> {
  const held = await tx.resettlementPlot.findUnique({ where: { caseNo } });
  if (!held) return;
  await lockSites(tx, [held.siteId]);
  const { siteId, no } = held;
  await tx.resettlementPlot.update({ where: { siteId_no: { siteId, no } }, data: { caseNo: null, persons: 0 } });
  await tx.resettlementSite.update({ where: { id: siteId }, data: { taken: { decrement: held.persons } } });
}

/** One after the other, in the order of their numbers. */
async function lockSites(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "ResettlementSite" WHERE "id" = ANY(${ids}) ORDER BY "id" FOR NO KEY UPDATE`;
}

const plotOf = (tx: Tx, siteId: string, no: string): Promise<Plot | null> =>
  tx.resettlementPlot.findUnique({ where: { siteId_no: { siteId, no } } });
