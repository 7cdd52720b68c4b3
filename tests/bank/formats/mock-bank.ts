import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { eventually } from '../../support/eventually.js';
import { pythonPackages } from '../../support/python-packages.js';

/** A bank that others wrote (mock-bank, from PyPI): it reads and writes ISO 20022 by its own understanding of it. */
export class MockBank {
  readonly #process: ChildProcess;
  readonly #url: string;

  private constructor(process: ChildProcess, port: number) {
    this.#process = process;
    this.#url = `http://127.0.0.1:${port}`;
  }

  /** @param folder where files are exchanged: it takes from `out` and lays into `in` */
  static async start(folder: string, clock: string): Promise<MockBank> {
    const port = await freePort();
    const how = ['--port', String(port), '--clock', clock, '--quiet', '--drop-settle-ms', '0'];
    const folders = ['--drop-dir', path.join(folder, 'out'), '--pickup-dir', path.join(folder, 'in')];
    const child = spawn('python3', ['-m', 'mockbank', ...how, ...folders], {
      env: { ...process.env, PYTHONPATH: await pythonPackages(), PYTHONDONTWRITEBYTECODE: '1' },
      stdio: 'ignore',
    });
    const bank = new MockBank(child, port);
    await eventually(
      () =>
        fetch(`${bank.#url}/_mock/health`).then(
          ({ ok }) => ok,
          () => false,
        ),
      (isUp) => isUp,
    );
    return bank;
  }

  async stop(): Promise<void> {
    this.#process.kill();
    if (this.#process.exitCode === null && this.#process.signalCode === null) await once(this.#process, 'exit');
  }

  /** An account of its own, and how it behaves. */
  async account(id: string, more: object): Promise<void> {
    await this.#ask('POST', '/_mock/accounts', JSON.stringify({ id, currency: 'CNY', ...more }));
  }

  async behave(id: string, behaviour: string, parameters: object = {}): Promise<void> {
    await this.#ask('PATCH', `/_mock/accounts/${id}`, JSON.stringify({ behaviour, parameters }));
  }

  /** What it reads in a file, and what it has to say of it. */
  async reading(bytes: Uint8Array): Promise<Reading> {
    return (await this.#ask('POST', '/_mock/validate', Buffer.from(bytes))) as Reading;
  }

  /** It looks into the folder now. */
  async look(): Promise<void> {
    await this.#ask('POST', '/_mock/drop/scan');
  }

  async untilDay(date: string): Promise<void> {
    await this.#ask('POST', `/_mock/advance?to=${date}`);
  }

  async #ask(method: string, where: string, body?: string | Buffer<ArrayBuffer>): Promise<unknown> {
    const response = await fetch(this.#url + where, {
      ...{ method, headers: { accept: 'application/json' } },
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    if (response.status >= 500 || (response.status >= 400 && response.status !== 422)) throw new Error(text);
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  }
}

interface ReadPayment {
  readonly end_to_end_id: string;
  readonly amount: number;
  readonly currency: string;
  readonly creditor_name: string;
  readonly creditor_account: string;
  readonly remittance: readonly string[];
}

export interface Reading {
  readonly file: { readonly batches: readonly { readonly payments: readonly ReadPayment[] }[] };
  readonly findings: readonly unknown[];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
