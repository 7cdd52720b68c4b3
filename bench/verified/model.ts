import type { VerifyGround } from '../../cli/verify/open-ground.js';
import { openJson } from '../../platform/open-json.js';
import { openHistory } from '../../proof/open-history.js';
import { unpackHistory } from '../../proof/sealed-history.js';

export type Model = Awaited<ReturnType<typeof modelOf>>;

/** A paid and sealed case with all that belongs to it. */
export async function modelOf({ db, codec }: Pick<VerifyGround, 'db' | 'codec'>, caseNo: string) {
  const row = await db.case.findUniqueOrThrow({ where: { caseNo } });
  const seal = await db.seal.findFirstOrThrow({ where: { workflowId: caseNo }, orderBy: { sealedAt: 'desc' } });
  const history = await openHistory((event) => openJson(codec, event), unpackHistory(seal.content));
  const strand = 'case' as const;
  return {
    row,
    seal,
    history,
    events: await db.caseEvent.findMany({ where: { caseNo, strand } }),
    payments: await db.payment.findMany({ where: { caseNo } }),
    signatures: await db.actSignature.findMany({ where: { caseNo, strand } }),
    papers: await db.paper.findMany({ where: { applicationId: row.applicationId } }),
    commitments: await db.commitment.findMany({ where: { caseNo } }),
    leaves: await db.logEntry.findMany({ where: { caseNo, kind: { in: ['submitted', 'ordered'] } } }),
    ledger: await db.ledgerTransaction.findMany({ where: { caseNo }, include: { entries: true } }),
  };
}
