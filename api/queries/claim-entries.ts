import type { Bilingual } from '../../domain/schemas/common.js';
import type { TimelineEntry } from '../../domain/schemas/case-view.js';
import { CLAIM_STEPS } from '../../domain/texts/recoveries.js';
import type { Tx } from '../../prisma/client.js';
import { officialsBy } from './officials.js';
import { seqBefore } from './seq-before.js';

/** A claim in force, what came back under it and its end, beside the steps of the case. */
export async function claimEntries(
  tx: Tx,
  caseNo: string,
  entries: readonly TimelineEntry[],
): Promise<TimelineEntry[]> {
  const include = { receipts: { orderBy: { at: 'asc' } } } as const;
  const claim = await tx.recovery.findUnique({ where: { caseNo }, include });
  if (!claim || claim.state === 'proposed') return [];
  const { openedById, signedById, signedAt, receipts, closedAt, cause } = claim;
  const person = await officialsBy(tx, [openedById, signedById, ...receipts.map(({ byId }) => byId)]);
  const entryOf = (kind: string, at: Date, text: Bilingual, who: string[], amountFen?: bigint): TimelineEntry => ({
    ...{ strand: 'case', seq: seqBefore(entries, at), kind, at: at.toISOString(), text, who: who.map(person) },
    ...{ words: null, dueAt: null, amountFen: amountFen === undefined ? null : Number(amountFen) },
  });
  const signers = [openedById, signedById].filter((id) => id !== null);
  return [
    // What a review claims is a step of the review, and told there.
    ...(signedAt
      ? [entryOf('claimOpened', signedAt, CLAIM_STEPS.opened(Number(claim.amountFen), cause), signers, claim.amountFen)]
      : []),
    ...receipts.map(({ at, amountFen, voucherNo, byId }) =>
      entryOf('claimReceipt', at, CLAIM_STEPS.receipt(Number(amountFen), voucherNo), [byId], amountFen),
    ),
    ...(closedAt ? [entryOf('claimSettled', closedAt, CLAIM_STEPS.settled, [])] : []),
  ];
}
