import { ON_ITS_WAY } from '../../domain/rules/payment-states.js';
import { MAIN_LINES } from '../../domain/schemas/application.js';
import type { Transition } from '../../domain/schemas/transition.js';
import * as commitments from '../../prisma/commitments.js';
import { spend } from '../../prisma/spending.js';
import { owedAgain } from './late-return.js';
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
  const { count: news } = await tx.payment.updateMany({
    where: { reference, state: { in: [...ON_ITS_WAY] } },
    data: { state: result, settledAt: new Date(at), returnedReason: reasonCode ?? null },
  });
  // One that came back since it was credited is told no more: the case is opened again when it closes.
  await tx.payment.updateMany({ where: { reference, untold: true }, data: { untold: false } });
  if (news > 0 && result === 'credited') await spend(tx, await tx.payment.findMany({ where: { reference } }));
}

/** A case that ends gives back what it had set aside and not spent, but for what it is to be paid anew. */
export async function release({ tx, caseNo, strand }: RecordedCase, { seq }: Of<'closed'>): Promise<void> {
  if (!MAIN_LINES.includes(strand)) return;
  const keptFen = (await owedAgain(tx, caseNo)).reduce((sum, { amountFen }) => sum + amountFen, 0n);
  await commitments.release(tx, caseNo, { key: `${caseNo}/${strand}/${seq}` }, keptFen);
}
