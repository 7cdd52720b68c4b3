import { ON_ITS_WAY } from '../../domain/rules/payment-states.js';
import type { Transition } from '../../domain/schemas/transition.js';
import { moveCommitment, spend } from '../../prisma/commitments.js';
import type { RecordedCase } from './recorded-case.js';

type Of<K extends Transition['kind']> = Extract<Transition, { kind: K }>;

/** An order that was stopped before it left the house, by finance or when its batch was filled. */
export async function cancelPayment({ tx }: RecordedCase, step: Of<'paymentCancelled'>): Promise<void> {
  const { reference, reasonCode } = step;
  await tx.payment.updateMany({
    where: { reference, state: 'prepared' },
    data: { state: 'cancelled', ...(reasonCode !== undefined && { returnedReason: reasonCode }) },
  });
  const { state } = await tx.payment.findUniqueOrThrow({ where: { reference } });
  if (state !== 'cancelled') throw new Error(`Payment order ${reference} is ${state}: it cannot be cancelled.`);
  await tx.payment.update({ where: { reference }, data: { untold: false } });
}

/**
 * The case has heard what became of its order. The bank's report posted it before, order and ledger: here it is booked
 * only where it was not, for cases from before there were batches and for records that were restored.
 */
export async function settlePayment({ tx }: RecordedCase, step: Of<'paymentSettled'>): Promise<void> {
  const { reference, result, reasonCode, at } = step;
  await tx.payment.updateMany({
    where: { reference, state: { in: [...ON_ITS_WAY] } },
    data: { state: result, settledAt: new Date(at), returnedReason: reasonCode ?? null },
  });
  await tx.payment.updateMany({ where: { reference, state: result }, data: { untold: false } });
  const credited = await tx.payment.findMany({ where: { reference, state: 'credited' } });
  await spend(tx, credited);
}

/** A case that ends without its money gives back what it had set aside. */
export async function release({ tx, caseNo, strand }: RecordedCase, step: Of<'closed'>): Promise<void> {
  if (strand === 'review' || step.outcome.kind === 'completed') return;
  await moveCommitment(tx, caseNo, 'released', { key: `${caseNo}/${strand}/${step.seq}` });
}
