import { setHandler } from '@temporalio/workflow';
import type { Transition } from '../domain/schemas/transition.js';
import { paymentSettled, type PaymentResult } from './messages.js';

/** What the case was told of its payment orders. The first word about an order counts: signals come at least once. */
export class PaymentResults {
  readonly #told = new Map<string, PaymentResult>();

  constructor() {
    setHandler(paymentSettled, (result) => this.tell(result));
  }

  tell(result: PaymentResult): void {
    if (!this.#told.has(result.reference)) this.#told.set(result.reference, result);
  }

  /** The recorded end of an order, heard again. */
  tellAgain(step: Transition): void {
    if (step.kind !== 'paymentSettled' && step.kind !== 'paymentCancelled') return;
    const { reference, reasonCode } = step;
    const result = step.kind === 'paymentCancelled' ? 'cancelled' : step.result;
    this.tell({ reference, result, ...(reasonCode !== undefined && { reasonCode }) });
  }

  of(reference: string): PaymentResult | undefined {
    return this.#told.get(reference);
  }
}
