import { countyOf } from '../../domain/rules/county-of.js';
import type { PlotQuery, PlotView, SiteQuery, SiteView } from '../../domain/schemas/resettlement.js';
import { PLOT_KINDS } from '../../domain/texts/resettlement.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import { found } from '../problem.js';
import type { OfficialWho } from '../who.js';
import { coded } from './coded.js';
import { behind } from './newest-first.js';
import { type Page, pageOf, positionOf } from './page.js';
import { withinArea } from './visible.js';

const withPlots = {
  _count: { select: { plots: true } },
  plots: { where: { caseNo: null }, select: { no: true } },
} as const satisfies Prisma.ResettlementSiteInclude;
type Row = Prisma.ResettlementSiteGetPayload<{ include: typeof withPlots }>;

/** The sites of a county, the newest first: a township's households may move to any of them. */
export async function sitePage(tx: Tx, who: OfficialWho, { cursor, limit }: SiteQuery): Promise<Page<SiteView>> {
  const rows = await tx.resettlementSite.findMany({
    where: { countyCode: { startsWith: who.areaCode.slice(0, 6) }, ...behind(positionOf(cursor), 'enteredAt', 'id') },
    include: withPlots,
    orderBy: [{ enteredAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  });
  return pageOf(rows, limit, ({ enteredAt, id }) => ({ at: enteredAt, id }), await siteViews(tx, rows));
}

export async function siteView(tx: Tx, id: string): Promise<SiteView> {
  const row = await tx.resettlementSite.findUniqueOrThrow({ where: { id }, include: withPlots });
  return (await siteViews(tx, [row]))(row);
}

async function siteViews(tx: Tx, rows: readonly Row[]): Promise<(row: Row) => SiteView> {
  const areas = await tx.area.findMany({ where: { code: { in: rows.map(({ areaCode }) => areaCode) } } });
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  return ({ id, name, areaCode, capacity, taken, enteredAt, plots, _count }) => ({
    ...{ id, name, capacity, taken, left: capacity - taken, enteredAt: enteredAt.toISOString() },
    area: { code: areaCode, name: names.get(areaCode) ?? areaCode },
    ...{ plots: _count.plots, plotsLeft: plots.length },
  });
}

/** The plots of a site by their number. @throws Refused NOT_FOUND, OUT_OF_AREA */
export async function plotPage(
  tx: Tx,
  who: OfficialWho,
  siteId: string,
  { cursor, limit, free }: PlotQuery,
): Promise<Page<PlotView>> {
  const { countyCode } = found(await tx.resettlementSite.findUnique({ where: { id: siteId } }));
  withinArea({ ...who, areaCode: countyOf(who.areaCode) }, countyCode);
  const rows = await tx.resettlementPlot.findMany({
    where: {
      ...{ siteId, no: { gt: positionOf(cursor)?.id ?? '' } },
      ...(free !== undefined && { caseNo: free === 'true' ? null : { not: null } }),
    },
    orderBy: { no: 'asc' },
    take: limit + 1,
  });
  return pageOf(
    rows,
    limit,
    ({ no }) => ({ at: null, id: no }),
    ({ no, kind, squareMetres, caseNo, persons }) => ({
      ...{ no, kind: coded(PLOT_KINDS, kind), squareMetres, caseNo, persons },
    }),
  );
}
