import { CarrierFailure, type Carrier } from './carrier.js';

const TIMEOUT_MS = 20_000;
/** Answers that speak of the gateway or our access to it. Any other 4xx speaks of the message. */
const isDown = (status: number) => status < 400 || status >= 500 || [401, 403, 404, 407, 408, 429].includes(status);

/** Text messages by `POST {id, to, text}` to the county's gateway; 2xx means taken. The id is the idempotency key. */
export function smsCarrier(url: string): Carrier {
  return {
    async carry({ id, to, text }) {
      const status = await post(url, id, { id, to, text });
      if (status >= 200 && status < 300) return;
      throw new CarrierFailure(`HTTP ${status}`, isDown(status) ? 'down' : 'refused');
    },
    close: () => undefined,
  };
}

async function post(url: string, id: string, body: object): Promise<number> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': id };
  const request = { method: 'POST', headers, body: JSON.stringify(body), redirect: 'manual' } as const;
  try {
    const response = await fetch(url, { ...request, signal: AbortSignal.timeout(TIMEOUT_MS) });
    await response.body?.cancel();
    return response.status;
  } catch (error) {
    const { name, cause } = error as { name?: string; cause?: { code?: string } };
    throw new CarrierFailure(cause?.code ?? name ?? 'no answer', 'down');
  }
}
