import type { CaseFile } from '../case-file.js';
import type { PaymentOrders } from '../payment-orders.js';

/** A case that has something to pay. */
export interface PayingCase extends CaseFile {
  readonly orders: PaymentOrders;
  /** What of it is on the account already, or was kept back for claims. */
  paidFen: number;
  /** What a part is once the case is counted anew, where a change in the household asks for that. */
  countedAnew(part: Part): Promise<Part>;
  /** Whether claims are kept back of what it pays. */
  readonly keepsBack: boolean;
}

/** What is paid at once: a whole subsidy, or one of its instalments. */
export interface Part {
  readonly amountFen: number;
  /** From 1, where the subsidy is paid in several. */
  readonly instalment?: number;
}
