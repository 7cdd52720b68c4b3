import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { createLog } from '../../platform/log.js';
import { OperatorError } from '../../platform/operator-error.js';
import { runProcess } from '../../platform/process.js';
import { readBankConfig } from '../read-bank-config.js';
import { bankApp } from './app.js';
import { Books } from './books.js';
import { Faults } from './faults.js';
import { FolderDoor, type FolderOptions } from './folder-door.js';
import { folderSide } from './folder-side.js';

// The interface for faults is open to whoever reaches it: this bank listens on the machine itself only.
const HOST = '127.0.0.1';

const environment = z.object({
  BANK_PORT: z.string().regex(/^\d+$/).transform(Number).pipe(z.number().max(65535)),
  BANK_HOME: z
    .string()
    .default('')
    .transform((text) => text || path.join('.zhibao', 'bank')),
  /** Also reached by files in this folder, in the format of BANK_CONFIG. */
  BANK_FOLDER: z.string().default(''),
  BANK_CONFIG: z.string().default(''),
});
type BankSettings = z.infer<typeof environment>;

function loadSettings(): BankSettings {
  const result = environment.safeParse(process.env);
  if (result.success) return result.data;
  const what = process.env.BANK_PORT ? (['不正确', 'wrong'] as const) : (['没有给出', 'missing'] as const);
  throw new OperatorError(
    `设置项 BANK_PORT ${what[0]}：应为 0 至 65535 的端口号（0 为任意空闲端口）；请改好后再启动。`,
    `The setting BANK_PORT is ${what[1]}: it must be a port, 0 to 65535 (0 for any free one); put it right and start again.`,
  );
}

/** The simulator's process. */
async function serve({ BANK_PORT, BANK_HOME, ...door }: BankSettings, stopping: AbortSignal): Promise<void> {
  const log = createLog('bank', { logLevel: 'info' });
  const onFault = (error: unknown) => log.error({ err: error }, 'the bank could not do what it must');
  const faults = new Faults();
  const books = await Books.open(path.resolve(BANK_HOME), { faults, onFault });
  const server = createServer(bankApp(books, faults, onFault)).listen(BANK_PORT, HOST);
  await once(server, 'listening').catch((error: unknown) => {
    throw portTaken(BANK_PORT, error);
  });
  const folder = await openFolder(door, { books, faults, onFault });
  log.info({ port: (server.address() as AddressInfo).port }, 'listening');
  if (!stopping.aborted) await once(stopping, 'abort');
  server.close();
  server.closeAllConnections();
  await folder?.close();
  await books.close();
}

async function openFolder(
  { BANK_FOLDER, BANK_CONFIG }: Pick<BankSettings, 'BANK_FOLDER' | 'BANK_CONFIG'>,
  bank: Pick<FolderOptions, 'books' | 'faults' | 'onFault'>,
): Promise<FolderDoor | undefined> {
  if (BANK_FOLDER === '') return undefined;
  const config = readBankConfig(BANK_CONFIG);
  return await FolderDoor.open({ folder: path.resolve(BANK_FOLDER), ...folderSide(config), ...bank });
}

function portTaken(port: number, error: unknown): OperatorError {
  const { code } = error as NodeJS.ErrnoException;
  return new OperatorError(
    `模拟银行无法使用端口 ${port}（${code}）：请停止占用该端口的程序，或用 BANK_PORT 另设端口。`,
    `The simulated bank cannot use port ${port} (${code}): stop what uses it, or set another BANK_PORT.`,
  );
}

await runProcess(loadSettings, serve);
