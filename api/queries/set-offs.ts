import { grouped } from '../../domain/rules/grouped.js';
import type { CaseView } from '../../domain/schemas/case-view.js';
import type { Tx } from '../../prisma/client.js';
import { SET_OFF_KEY } from '../../prisma/spending.js';

/** What was kept back of a case's payments for claims: by the ledger, whoever bears how much of it. */
export async function caseSetOffs(tx: Tx, caseNo: string): Promise<CaseView['setOffs']> {
  const entries = await tx.ledgerEntry.findMany({
    where: { transaction: { caseNo, kind: 'setOff' }, account: { kind: 'spent' } },
    orderBy: { id: 'asc' },
  });
  const claims = grouped(entries, ({ transactionKey }) => transactionKey);
  return [...claims].map(([key, parts]) => {
    const [reference = '', claim = ''] = key.split(SET_OFF_KEY);
    const amountFen = parts.reduce((sum, part) => sum + Number(part.amountFen), 0);
    return { reference, claim, amountFen, at: parts[0]!.at.toISOString() };
  });
}
