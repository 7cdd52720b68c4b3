import type { ReturnCommission } from '../domain/schemas/application.js';
import type { Outcome } from '../domain/schemas/outcome.js';
import type { Transition } from '../domain/schemas/transition.js';
import { CaseFile } from './case-file.js';
import { PaymentResults } from './payment-results.js';
import { disbursement } from './stages/disbursement.js';
import { refusalBy } from './stages/refusal.js';

/** A case opened again, with what it has to pay. */
class ReturnedCase extends CaseFile<ReturnCommission> {
  readonly results = new PaymentResults();
  readonly amountFen = this.dossier.amountFen;

  protected override hearAgain(step: Transition): void {
    super.hearAgain(step);
    this.results.tellAgain(step);
  }
}

/** 退汇: money that came back after it was credited. The household puts its account right, and is paid anew. */
export async function returnedPayment(commission: ReturnCommission): Promise<Outcome> {
  const file = new ReturnedCase(commission);
  const corrected = await file.actAt('accountCorrection');
  const refusal =
    corrected.verdict === 'confirmAccount' ? await disbursement(file, commission.nextAttempt) : refusalBy(corrected);
  return await file.close(refusal ?? { kind: 'completed', amountFen: file.amountFen });
}
