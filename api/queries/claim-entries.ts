import type { Bilingual, Person } from '../../domain/schemas/common.js';
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
  const include = { receipts: { orderBy: { at: 'asc' } }, setOff: true } as const;
  const claim = await tx.recovery.findUnique({ where: { caseNo }, include });
  if (!claim || claim.state === 'proposed') return [];
  const { openedById, signedById, signedForId, signedAt, receipts, closedAt, cause, setOff } = claim;
  const person = await officialsBy(tx, [
    ...[openedById, signedById, signedForId],
    ...[setOff?.orderedById, setOff?.signedById, setOff?.signedForId, setOff?.withdrawnById],
    ...receipts.map(({ byId }) => byId),
  ]);
  const entryOf = (kind: string, at: Date, text: Bilingual, who: Person[], amountFen?: bigint): TimelineEntry => ({
    ...{ strand: 'case', seq: seqBefore(entries, at), kind, at: at.toISOString(), text, who },
    ...{ words: null, dueAt: null, amountFen: amountFen === undefined ? null : Number(amountFen) },
  });
  const signers = [
    ...(openedById === null ? [] : [person(openedById)]),
    ...(signedById === null ? [] : [person(signedById, signedForId)]),
  ];
  return [
    // What a review claims is a step of the review, and told there.
    ...(signedAt
      ? [entryOf('claimOpened', signedAt, CLAIM_STEPS.opened(Number(claim.amountFen), cause), signers, claim.amountFen)]
      : []),
    ...(setOff?.signedAt && setOff.state !== 'proposed'
      ? [
          entryOf('setOffOrdered', setOff.signedAt, CLAIM_STEPS.setOffOrdered, [
            ...[person(setOff.orderedById), person(setOff.signedById!, setOff.signedForId)],
          ]),
        ]
      : []),
    ...(setOff?.withdrawnAt
      ? [entryOf('setOffWithdrawn', setOff.withdrawnAt, CLAIM_STEPS.setOffWithdrawn, [person(setOff.withdrawnById!)])]
      : []),
    ...receipts.map(({ at, amountFen, voucherNo, byId, setOffAgainst }) => {
      const text = setOffAgainst === null ? CLAIM_STEPS.receipt : CLAIM_STEPS.setOff;
      return entryOf(
        'claimReceipt',
        at,
        text(Number(amountFen), voucherNo),
        byId === null ? [] : [person(byId)],
        amountFen,
      );
    }),
    ...(closedAt ? [entryOf('claimSettled', closedAt, CLAIM_STEPS.settled, [])] : []),
  ];
}
