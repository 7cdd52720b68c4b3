import type { ReturnCommission } from '../domain/schemas/application.js';
import type { Transition } from '../domain/schemas/transition.js';
import { CaseFile } from './case-file.js';
import { PaymentOrders } from './payment-orders.js';
import type { Part } from './stages/paying-case.js';

/** A case opened again, for what it has to pay anew. */
export class ReturnedCase extends CaseFile<ReturnCommission> {
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
