import { z } from 'zod';
import { OrderRefused, type Bank, type BankAnswer, type TransferOrder } from '../bank.js';
import { nothingOfIt, orderState } from './messages.js';

const askAnswer = z.union([orderState, nothingOfIt]);
const refusal = z.object({ code: z.enum(['REFERENCE_CONFLICT', 'ORDER_INVALID']) });

interface Options {
  /** How long a bank may take to answer. */
  readonly timeoutMs?: number;
  /** Told why an answer is `unknown`. */
  readonly onUnknown?: (reference: string, why: string) => void;
}

/** The simulator as the product sees it: over HTTP, with a time-out, and `unknown` for whatever is no clear word. */
export class SimulatorBank implements Bank {
  readonly #url: string;
  readonly #timeoutMs: number;
  readonly #onUnknown: (reference: string, why: string) => void;

  constructor(url: string, { timeoutMs = 10_000, onUnknown = () => undefined }: Options = {}) {
    this.#url = url.replace(/\/$/, '');
    this.#timeoutMs = timeoutMs;
    this.#onUnknown = onUnknown;
  }

  submit(order: TransferOrder): Promise<BankAnswer> {
    const headers = { 'content-type': 'application/json' };
    const request = { method: 'POST', headers, body: JSON.stringify(order) };
    return this.#call(order.reference, '/orders', request, orderState);
  }

  ask(reference: string): Promise<BankAnswer | { state: 'nothingOfIt' }> {
    return this.#call(reference, `/orders/${encodeURIComponent(reference)}`, {}, askAnswer);
  }

  async #call<Said>(reference: string, path: string, request: RequestInit, schema: z.ZodType<Said>) {
    const unknown = (why: string) => {
      this.#onUnknown(reference, why);
      return { state: 'unknown' } as const;
    };
    try {
      const signal = AbortSignal.timeout(this.#timeoutMs);
      const response = await fetch(this.#url + path, { ...request, signal, redirect: 'error' });
      if (response.status === 409 || response.status === 400) {
        throw new OrderRefused(refusal.parse(await response.json()).code, reference);
      }
      if (!response.ok) return unknown(`HTTP ${response.status}`);
      return schema.parse(await response.json());
    } catch (error) {
      if (error instanceof OrderRefused) throw error;
      return unknown(whyOf(error));
    }
  }
}

/** The class of a failure. Its message is left out: it may quote what the bank sent. */
function whyOf(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  return cause?.code ?? name ?? 'no answer';
}
