import type { CaseView } from '../../domain/schemas/case-view.js';
import { Transition } from '../../domain/schemas/transition.js';
import { SETTLEMENT_WAY_TEXTS } from '../../domain/texts/resettlement.js';
import type { Tx } from '../../prisma/client.js';
import { coded } from './coded.js';

/** 安置方式: what is offered or was agreed on, and the land that goes with it; null before, and once it was declined. */
export async function settlementOf(tx: Tx, caseNo: string): Promise<CaseView['settlement']> {
  const granted = await tx.caseEvent.findFirst({ where: { caseNo, kind: 'landGranted' } });
  if (!granted) return null;
  const events = await tx.caseEvent.findMany({
    where: { caseNo, strand: 'case', kind: 'acted' },
    orderBy: { seq: 'asc' },
  });
  const acts = events.flatMap(({ seq, kind, at, body }) => {
    const step = Transition.parse({ seq, kind, at: at.getTime(), ...(body as object) });
    return step.kind === 'acted' ? [step.act] : [];
  });
  const offered = acts.findLastIndex(({ verdict }) => verdict === 'offer');
  const settlement = acts[offered]?.settlement;
  const answer = acts.slice(offered).find(({ stage }) => stage === 'agreementSigning')?.verdict;
  if (!settlement || answer === 'decline') return null;
  const { way, siteId, plotNo } = settlement;
  const site = siteId === undefined ? null : await tx.resettlementSite.findUnique({ where: { id: siteId } });
  return {
    signed: answer === 'sign',
    way: coded(SETTLEMENT_WAY_TEXTS, way),
    landSquareMetres: (granted.body as { squareMetres: number }).squareMetres,
    ...{ site: site?.name ?? null, plotNo: plotNo ?? null },
  };
}
