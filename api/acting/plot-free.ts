import type { Settlement } from '../../domain/schemas/act.js';
import type { Tx } from '../../prisma/client.js';
import type { CaseModel } from '../../prisma/generated/models.js';
import { invalid, Refused } from '../problem.js';

const NO_SUCH_PLOT = {
  field: 'settlement.plotNo',
  zh: '本县安置点没有此地块（套房），请从列表中选择',
  en: 'No site of the county has this plot or flat: choose from the list',
};

/**
 * Says before an offer is made that its place is given, or has too little room; the case itself sees to it that it is
 * given once.
 *
 * @throws Refused INVALID_INPUT, PLOT_TAKEN, SITE_FULL
 */
export async function mustBeFree(
  tx: Tx,
  { caseNo, countyCode, quantity }: CaseModel,
  { siteId, plotNo }: Settlement,
): Promise<void> {
  if (siteId === undefined || plotNo === undefined) return;
  const plot = await tx.resettlementPlot.findUnique({
    where: { siteId_no: { siteId, no: plotNo }, site: { countyCode } },
    include: { site: true },
  });
  if (!plot) throw invalid([NO_SUCH_PLOT]);
  if (plot.caseNo !== null && plot.caseNo !== caseNo) throw new Refused('PLOT_TAKEN');
  if (plot.caseNo === null && plot.site.taken + quantity > plot.site.capacity) throw new Refused('SITE_FULL');
}
