import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadStartSettings } from '../../platform/settings.js';
import { bringUp } from '../start/bring-up.js';
import type { Copy } from '../start/copy.js';
import { openHome } from '../start/home.js';
import { Keeper } from '../start/keeper.js';
import { loadOrMakeKeys } from '../start/keys.js';
import { endServers } from '../start/left-running.js';
import { freePort } from '../start/ports.js';
import { processEnvironment } from '../start/process-environment.js';
import { RunState } from '../start/run-state.js';

/** A whole copy of the product in a folder of its own, made to be broken: what dies is started again at once. */
export interface Ground {
  readonly home: string;
  readonly url: string;
  readonly bankUrl: string;
  readonly databaseUrl: string;
  readonly key: string;
  /** Where Temporal is reached. */
  readonly engine: { temporalAddress: string; temporalNamespace: string };
  readonly keeper: Keeper;
  /** Ends everything; the folder stays where something was found, to be looked at. */
  readonly close: (keep: boolean) => Promise<void>;
}

const AT_ONCE = { restarts: Infinity, firstPauseMs: 0 };
const silent = () => undefined;

/** Brings up PostgreSQL, Temporal, bank, worker and API with the demonstration. @throws OperatorError */
export async function openGround(): Promise<Ground> {
  const folder = await mkdtemp(path.join(tmpdir(), 'zhibao-faults-'));
  // PostgreSQL's own account must pass through it.
  await chmod(folder, 0o711);
  const settings = loadStartSettings({
    ...{ PORT: String(await freePort()), ZHIBAO_HOME: folder, LOG_LEVEL: 'info' },
    ...(process.env.ZHIBAO_CACHE !== undefined && { ZHIBAO_CACHE: process.env.ZHIBAO_CACHE }),
  });
  const home = await openHome(settings.home);
  const keys = await loadOrMakeKeys(home);
  const stopping = new AbortController();
  const copy: Copy = { settings, home, keys, state: new RunState(home), say: silent, stopping: stopping.signal };
  const keeper = new Keeper(silent, AT_ONCE);
  let watching: Promise<void> = Promise.resolve();
  const close = async (keep: boolean) => {
    stopping.abort();
    await watching;
    await keeper.endAll();
    await endServers(copy);
    if (!keep) await rm(folder, { recursive: true, force: true });
  };
  try {
    await bringUp(copy, keeper);
  } catch (cause) {
    await close(false);
    throw cause;
  }
  watching = keeper.watch(stopping.signal);
  const {
    DATABASE_URL: databaseUrl,
    BANK_URL: bankUrl,
    ZHIBAO_KEY: key,
    TEMPORAL_ADDRESS: temporalAddress,
  } = processEnvironment(settings, keys, copy.state.ports);
  const engine = { temporalAddress, temporalNamespace: settings.temporalNamespace };
  return { engine, home: folder, url: `http://127.0.0.1:${settings.port}`, bankUrl, databaseUrl, key, keeper, close };
}
