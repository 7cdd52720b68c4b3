import { z } from 'zod';
import {
  type Bank,
  type BankReport,
  FileRefused,
  type FileState,
  type OrdersFile,
  type PayeeCheck,
  type TransferBatch,
} from '../bank.js';
import { jsonFormat } from '../formats/json.js';

const fileState = z.object({ state: z.enum(['taken', 'nothingOfIt']) });
const reportList = z.object({ names: z.array(z.string()) });
const payeeCheck = z.object({ check: z.enum(['matches', 'nameDiffers', 'noSuchAccount', 'unchecked']) });

interface Options {
  /** How long a bank may take to answer. */
  readonly timeoutMs?: number;
  /** Told why an answer is `unknown`. */
  readonly onUnknown?: (name: string, why: string) => void;
}

/** The simulator as the product sees it: over HTTP, with a time-out, and `unknown` for whatever is no clear word. */
export class SimulatorBank implements Bank {
  readonly real = false;
  readonly #url: string;
  readonly #timeoutMs: number;
  readonly #onUnknown: (name: string, why: string) => void;

  constructor(url: string, { timeoutMs = 10_000, onUnknown = () => undefined }: Options = {}) {
    this.#url = url.replace(/\/$/, '');
    this.#timeoutMs = timeoutMs;
    this.#onUnknown = onUnknown;
  }

  fileOf(batch: TransferBatch): OrdersFile {
    return jsonFormat.fileOf(batch);
  }

  readReport(name: string, bytes: Uint8Array): BankReport {
    return jsonFormat.readReport(name, bytes);
  }

  /** Nothing lies anywhere before it is handed over. */
  stage(): Promise<void> {
    return Promise.resolve();
  }

  async handOver({ name, bytes }: OrdersFile): Promise<FileState> {
    return await this.#file(name, { method: 'PUT', body: Buffer.from(bytes) });
  }

  async ask(name: string): Promise<FileState> {
    return await this.#file(name);
  }

  async listReports(): Promise<string[]> {
    return reportList.parse(await (await this.#call('/reports')).json()).names;
  }

  async fetchReport(name: string): Promise<Uint8Array> {
    return new Uint8Array(await (await this.#call(`/reports/${encodeURIComponent(name)}`)).arrayBuffer());
  }

  async checkPayee(payee: { name: string; account: string; bank: string }): Promise<PayeeCheck> {
    const headers = { 'content-type': 'application/json' };
    const response = await this.#call('/payee-checks', { method: 'POST', headers, body: JSON.stringify(payee) });
    return payeeCheck.parse(await response.json()).check;
  }

  async #file(name: string, request: RequestInit = {}): Promise<FileState> {
    try {
      const response = await this.#send(`/files/${encodeURIComponent(name)}`, request);
      const isRefused = response.status === 409 || response.status === 422;
      if (isRefused && request.method === 'PUT') throw new FileRefused(name);
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      return fileState.parse(await response.json()).state;
    } catch (error) {
      if (error instanceof FileRefused) throw error;
      this.#onUnknown(name, whyOf(error));
      return 'unknown';
    }
  }

  async #call(path: string, request: RequestInit = {}): Promise<Response> {
    const response = await this.#send(path, request);
    if (!response.ok) throw new Error(`The bank answered ${response.status} to ${path}.`);
    return response;
  }

  #send(path: string, request: RequestInit): Promise<Response> {
    return fetch(this.#url + path, { ...request, signal: AbortSignal.timeout(this.#timeoutMs), redirect: 'error' });
  }
}

/** The class of a failure. Its message is left out: it may quote what the bank sent. */
function whyOf(error: unknown): string {
  const { name, message, cause } = error as { name?: string; message?: string; cause?: { code?: string } };
  return cause?.code ?? (message?.startsWith('HTTP') ? message : name) ?? 'no answer';
}
