import type { CaseView } from '../../domain/schemas/case-view.js';
import type { Tx } from '../../prisma/client.js';
import { SET_OFF_KEY } from '../../prisma/spending.js';

/** What was kept back of a case's payments for claims: by the ledger. */
export async function caseSetOffs(tx: Tx, caseNo: string): Promise<CaseView['setOffs']> {
  const entries = await tx.ledgerEntry.findMany({
    where: { transaction: { caseNo, kind: 'setOff' }, account: { kind: 'spent' } },
    orderBy: { id: 'asc' },
  });
  return entries.map(({ transactionKey, amountFen, at }) => {
    const [reference = '', claim = ''] = transactionKey.split(SET_OFF_KEY);
    return { reference, claim, amountFen: Number(amountFen), at: at.toISOString() };
  });
}
