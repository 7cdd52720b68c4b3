import { patched } from '@temporalio/workflow';
import { needsTwoSignatures } from '../../domain/rules/signatures.js';
import type { Act } from '../../domain/schemas/act.js';
import type { Refusal } from '../../domain/schemas/outcome.js';
import type { PaymentResult } from '../messages.js';
import { disburse } from '../world.js';
import { accountCorrection } from './account-correction.js';
import { NOTHING_LEFT, refusalBy } from './refusal.js';
import type { Part, PayingCase } from './paying-case.js';
import { lessKeptBack } from './set-off.js';

/**
 * 三(五) 直接拨付到户: the programme's office makes the order, finance reviews it on its own, the bank credits.
 * Every order has its own reference, made before the first attempt; a returned one is followed by another, once
 * the account is put right; one whose payee was changed after the review is made and reviewed anew. What is kept back
 * for claims is so once, before the first order; of a part that is kept back whole no order goes out.
 */
export async function disbursement(file: PayingCase, part: Part): Promise<Refusal | undefined> {
  const inAllFen = file.paidFen + part.amountFen;
  let due = part;
  let order: Part | undefined;
  for (;;) {
    const reference = `${file.dossier.caseNo}-P${file.orders.takeNumber()}`;
    const guard = ({ verdict }: Act) => (goesOn(verdict) ? file.obstacleToPaying : undefined);
    const prepared = await file.actAt('paymentPreparation', { guard });
    if (prepared.verdict !== 'prepare') return refusalBy(prepared);
    const isWhole = order === due;
    if (isWhole || !order) due = await file.countedAnew(due);
    if (due.amountFen === 0) return file.paidFen > 0 ? undefined : NOTHING_LEFT;
    order = isWhole ? due : (order ?? (await lessKeptBack(file, reference, due)));
    if (order.amountFen === 0) return undefined;
    file.note({ kind: 'paymentOrdered', reference, ...order });

    const review = await file.actAt('paymentReview', {
      subject: reference,
      guard: (act) =>
        guard(act) ?? mustBeMadeAnew(file, order === due, act) ?? lacksThirdSignature(file, inAllFen, act),
    });
    if (review.verdict !== 'pass') {
      file.note({ kind: 'paymentCancelled', reference });
      if (review.verdict !== 'return') return refusalBy(review);
      continue;
    }
    const end = await transfer(file, reference);
    noteEnd(file, end);
    if (end.result === 'credited') {
      file.paidFen += order.amountFen;
      return undefined;
    }
    if (end.reasonCode === 'PAYEE_CHANGED') continue;
    const uncorrected = await accountCorrection(file);
    if (uncorrected) return uncorrected;
  }
}

/** An order of which nothing was kept back is made anew where the case has to be counted anew. */
const mustBeMadeAnew = (file: PayingCase, isWhole: boolean, { verdict }: Act) =>
  isWhole && file.changes.mustCount && goesOn(verdict) ? ('CHANGE_OPEN' as const) : undefined;

/**
 * Above the county's limit a third person signs, besides whoever made the order and whoever reviewed it. What counts is
 * what the case has paid with this order: no limit is evaded by paying in parts.
 */
function lacksThirdSignature({ dossier }: PayingCase, amountFen: number, { stage, verdict, cosigner }: Act) {
  const { thirdSignatureAboveFen: limit } = dossier;
  const order = { amountFen, ...(limit !== undefined && { thirdSignatureAboveFen: limit }) };
  return needsTwoSignatures(stage, verdict, order) && !cosigner ? ('THIRD_SIGNATURE_MISSING' as const) : undefined;
}

const goesOn = (verdict: Act['verdict']): boolean => verdict === 'prepare' || verdict === 'pass';

function noteEnd(file: PayingCase, { reference, result, ...why }: PaymentResult): void {
  if (result === 'cancelled') file.note({ kind: 'paymentCancelled', reference, ...why });
  else file.note({ kind: 'paymentSettled', reference, result, ...why });
}

/** The order goes with the county's next batch, which tells the case what became of it. */
async function transfer(file: PayingCase, reference: string): Promise<PaymentResult> {
  file.enter('bankTransfer', { subject: reference });
  if (patched('payment-batches')) {
    await file.until(() => file.orders.resultOf(reference) !== undefined);
    return file.orders.resultOf(reference)!;
  }
  await file.recorded();
  const { kind: result, ...why } = await file.during(disburse(reference));
  return { reference, result, ...why };
}
