import type { TimelineEntry } from '../../domain/schemas/case-view.js';
import { reopenedText } from '../../domain/texts/timeline.js';
import type { Tx } from '../../prisma/client.js';

/** That a closed case was opened again, because its money came back after it was credited. */
export async function reopenings(tx: Tx, caseNo: string): Promise<TimelineEntry[]> {
  const returns = await tx.paymentReturn.findMany({ where: { caseNo }, orderBy: { returnedAt: 'asc' } });
  return returns.map(({ reference, returnedAt, input }) => ({
    ...{ strand: 'return', seq: (input as { firstSeq: number }).firstSeq - 1, kind: 'reopened' },
    ...{ at: returnedAt.toISOString(), text: reopenedText(reference) },
    ...{ who: [], words: null, dueAt: null, amountFen: (input as { amountFen: number }).amountFen },
  }));
}
