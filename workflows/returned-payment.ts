import type { ReturnCommission } from '../domain/schemas/application.js';
import type { Outcome } from '../domain/schemas/outcome.js';
import type { Transition } from '../domain/schemas/transition.js';
import { CaseFile } from './case-file.js';
import { PaymentOrders } from './payment-orders.js';
import { disbursement, type Part } from './stages/disbursement.js';
import { refusalBy } from './stages/refusal.js';

/** A case opened again, for what it has to pay anew. */
class ReturnedCase extends CaseFile<ReturnCommission> {
  readonly orders = new PaymentOrders(this.dossier.nextAttempt);
  paidFen = this.dossier.paidFen ?? 0;
  /** What was to be kept back was kept back of the order that came back. */
  readonly keepsBack = false;

  /** What went out once is paid anew as it was. */
  async countedAnew(part: Part): Promise<Part> {
    this.changes.takeCount();
    return await Promise.resolve(part);
  }

  protected override hearAgain(step: Transition): void {
    super.hearAgain(step);
    this.orders.tellAgain(step);
  }
}

/** 退汇: money that came back after it was credited. The household puts its account right, and is paid that anew. */
export async function returnedPayment(commission: ReturnCommission): Promise<Outcome> {
  const file = new ReturnedCase(commission);
  const { amountFen, instalment } = commission;
  const part = { amountFen, ...(instalment !== undefined && { instalment }) };
  const corrected = await file.actAt('accountCorrection');
  const refusal = corrected.verdict === 'confirmAccount' ? await disbursement(file, part) : refusalBy(corrected);
  return await file.close(refusal ?? { kind: 'completed', amountFen });
}
