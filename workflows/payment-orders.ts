import { setHandler } from '@temporalio/workflow';
import type { Transition } from '../domain/schemas/transition.js';
import { paymentSettled, type PaymentResult } from './messages.js';

/**
 * The payment orders of a case: their numbers, through all instalments and attempts, and what it was told of them. The
 * first word about an order counts: signals come at least once.
 */
export class PaymentOrders {
  readonly #told = new Map<string, PaymentResult>();
  #nextAttempt: number;

  constructor(firstAttempt = 1) {
    this.#nextAttempt = firstAttempt;
    setHandler(paymentSettled, (result) => this.tell(result));
  }

  /** The number of the next order of the case; none is used again. */
  takeNumber(): number {
    return this.#nextAttempt++;
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

  resultOf(reference: string): PaymentResult | undefined {
    return this.#told.get(reference);
  }
}
