import { countyOf } from '../../domain/rules/county-of.js';
import type { NewPlots, NewSite } from '../../domain/schemas/resettlement.js';
import { uuidFor } from '../../platform/digest.js';
import type { Db, Tx } from '../../prisma/client.js';
import { found, Refused } from '../problem.js';
import { withinArea } from '../queries/visible.js';
import type { OfficialWho } from '../who.js';

type Plots = NewPlots['plots'];

/** 安置点. Repeated, the act finds its site. Answers its ID. @throws Refused OUT_OF_AREA, SITE_KNOWN, PLOT_KNOWN */
export async function enterSite(
  db: Db,
  who: OfficialWho,
  actId: string,
  { name, area, capacity, plots }: NewSite,
): Promise<string> {
  withinArea(who, area);
  const id = uuidFor(actId, 'site');
  const countyCode = countyOf(area);
  await db.$transaction(async (tx) => {
    const site = { id, countyCode, areaCode: area, name, capacity, enteredById: who.id };
    await tx.resettlementSite.createMany({ data: site, skipDuplicates: true });
    const { id: known } = await tx.resettlementSite.findUniqueOrThrow({
      where: { countyCode_name: { countyCode, name } },
    });
    if (known !== id) throw new Refused('SITE_KNOWN');
    await enter(tx, id, plots);
  });
  return id;
}

/** Further plots or flats of a site, all of them or none. @throws Refused NOT_FOUND, OUT_OF_AREA, PLOT_KNOWN */
export async function enterPlots(
  db: Db,
  who: OfficialWho,
  id: string,
  plots: Plots,
  takenOver: boolean,
): Promise<void> {
  const { areaCode } = found(await db.resettlementSite.findUnique({ where: { id } }));
  withinArea(who, areaCode);
  await db.$transaction((tx) => enter(tx, id, plots, takenOver));
}

/** `again`: those that stand there already may be of the same act, begun before. */
async function enter(tx: Tx, siteId: string, plots: Plots, again = false): Promise<void> {
  const data = plots.map((plot) => ({ siteId, ...plot }));
  const { count } = await tx.resettlementPlot.createMany({ data, skipDuplicates: true });
  if (count === plots.length || (again && (await areThese(tx, siteId, plots)))) return;
  throw new Refused('PLOT_KNOWN');
}

async function areThese(tx: Tx, siteId: string, plots: Plots): Promise<boolean> {
  const rows = await tx.resettlementPlot.findMany({ where: { siteId, no: { in: plots.map(({ no }) => no) } } });
  return plots.every(({ no, kind, squareMetres }) =>
    rows.some((row) => row.no === no && row.kind === kind && row.squareMetres === squareMetres),
  );
}
