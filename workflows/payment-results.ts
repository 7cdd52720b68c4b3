import { setHandler } from '@temporalio/workflow';
import { paymentSettled, type PaymentResult } from './messages.js';

/** What the case was told of its payment orders. The first word about an order counts: signals come at least once. */
export class PaymentResults {
  readonly #told = new Map<string, PaymentResult>();

  constructor() {
    setHandler(paymentSettled, (result) => {
      if (!this.#told.has(result.reference)) this.#told.set(result.reference, result);
    });
  }

  of(reference: string): PaymentResult | undefined {
    return this.#told.get(reference);
  }
}
