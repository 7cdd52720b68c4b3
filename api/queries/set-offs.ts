import type { CaseView } from '../../domain/schemas/case-view.js';
import type { Tx } from '../../prisma/client.js';

/** What was kept back of a case's payments for claims. */
export async function caseSetOffs(tx: Tx, caseNo: string): Promise<CaseView['setOffs']> {
  const receipts = await tx.recoveryReceipt.findMany({
    where: { setOffAgainst: { startsWith: `${caseNo}-P` } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return receipts.map(({ setOffAgainst, caseNo: claim, amountFen, at }) => ({
    ...{ reference: setOffAgainst!, claim, amountFen: Number(amountFen), at: at.toISOString() },
  }));
}
