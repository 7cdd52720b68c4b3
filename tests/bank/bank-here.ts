import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bankApp } from '../../bank/simulator/app.js';
import { Books } from '../../bank/simulator/books.js';
import { SimulatorBank } from '../../bank/simulator/client.js';
import { Faults } from '../../bank/simulator/faults.js';
import { newBankHome } from './bank-process.js';

/** The simulator within the test's own process. `close` answers what went wrong that must not. */
export async function openBankHere({ home, clock }: { home?: string; clock?: () => number } = {}) {
  const mishaps: unknown[] = [];
  const onFault = (error: unknown) => void mishaps.push(error);
  const folder = home ?? (await newBankHome());
  const faults = new Faults();
  const books = await Books.open(folder, { faults, onFault, ...(clock && { clock }) });
  const server = createServer(bankApp(books, faults, onFault));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await books.close();
    if (home === undefined) await rm(folder, { recursive: true });
    return mishaps;
  };
  return { url, bank: new SimulatorBank(url), close };
}

export type BankHere = Awaited<ReturnType<typeof openBankHere>>;
