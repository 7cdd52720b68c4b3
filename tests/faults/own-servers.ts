import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { databaseUrl, ensureDatabase } from '../../cli/start/database.js';
import { freePort } from '../../cli/start/ports.js';
import { startPostgres, stopPostgres } from '../../cli/start/postgres.js';
import { prepareDatabase } from '../../cli/start/prepare-database.js';
import { end, isAlive, kill, type ProcessRecord } from '../../cli/start/processes.js';
import { startTemporal } from '../../cli/start/temporal-server.js';
import { waitUntil } from '../../cli/start/wait.js';
import { TEST_KEY } from '../support/demonstration-database.js';

const run = promisify(execFile);
const COMMAND = path.resolve('dist/cli/zhibao.js');
const PASSWORD = 'own';
const NAMESPACE = 'default';

/** A server that can be killed and brought back where it was, with what it had kept. */
interface OwnServer {
  readonly kill: () => Promise<void>;
  readonly bringBack: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A PostgreSQL of the test's own with the demonstration. */
export async function ownPostgres(): Promise<OwnServer & { readonly url: string }> {
  const home = newFolder();
  const folder = path.join(home, 'postgres');
  const options = { folder, password: PASSWORD, port: await freePort() };
  const start = async () => (await startPostgres(options)).process;
  const close = async () => {
    await stopPostgres(folder, true);
    rmSync(home, { recursive: true, force: true });
  };
  const url = databaseUrl(options.port, PASSWORD, 'zhibao');
  const server = killable(await start(), start);
  try {
    await ensureDatabase(databaseUrl(options.port, PASSWORD, 'postgres'), 'zhibao');
    await run(process.execPath, [COMMAND, 'migrate'], { env: { ...process.env, DATABASE_URL: url } });
    await prepareDatabase(url, TEST_KEY, true);
  } catch (cause) {
    await close();
    throw cause;
  }
  return { ...server, url, close };
}

/** A Temporal of the test's own that keeps its state in a file. */
export async function ownTemporal(): Promise<OwnServer & { readonly address: string }> {
  const folder = newFolder();
  const [port, program] = [await freePort(), process.env.ZHIBAO_TEST_TEMPORAL!];
  const [stateFile, logFile] = [path.join(folder, 'temporal.db'), path.join(folder, 'temporal.log')];
  let latest: ProcessRecord | undefined;
  const onSpawn = (server: ProcessRecord) => void (latest = server);
  const start = () => startTemporal({ program, port, namespace: NAMESPACE, stateFile, logFile, onSpawn });
  const server = killable(await start(), start);
  const close = async () => {
    if (latest) await end(latest, 10_000);
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...server, address: `127.0.0.1:${port}`, close };
}

function killable(first: ProcessRecord, start: () => Promise<ProcessRecord>) {
  let running = first;
  return {
    kill: async () => {
      kill(running);
      if (!(await waitUntil(() => !isAlive(running), 10_000))) throw new Error('The server lives.');
    },
    bringBack: async () => void (running = await start()),
  };
}

/** PostgreSQL's own account must pass through it. */
function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhibao-own-'));
  chmodSync(folder, 0o711);
  return folder;
}
