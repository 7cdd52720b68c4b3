import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Client } from '@temporalio/client';
import { Pool } from 'pg';
import { pino, type Logger } from 'pino';
import { announceSigning } from '../../../api/acting/announce-signing.js';
import type { World } from '../../../api/deps.js';
import { Engine } from '../../../api/engine.js';
import { createApi } from '../../../api/server.js';
import { Verifications } from '../../../api/verifying/verifications.js';
import type { Bank } from '../../../bank/bank.js';
import { openCounty, openCountyAtWork } from '../../activities/support/county-at-work.js';
import { noBank } from '../../activities/support/quiet-bank.js';
import { commandEnvironment } from '../../support/command-environment.js';
import { Visitor } from './visitor.js';

interface Options {
  readonly settings?: Partial<World['settings']>;
  readonly log?: Logger;
}

type County = Awaited<ReturnType<typeof openCounty>>;
type AtWork = Pick<Awaited<ReturnType<typeof openCountyAtWork>>, 'env'>;

/** The API on a database of its own, while the workflow engine is away. */
export const openApiAlone = async (options: Options = {}) => {
  const county = await openCounty(noBank);
  const away = () => Promise.reject(new Error('the engine is away'));
  return await served(county, away, options);
};

/** The API on real servers: PostgreSQL, Temporal, worker and sweeps. */
export const openApi = async (bank: Bank = noBank, options: Options = {}) => {
  const county = await openCountyAtWork(bank);
  return await served(county, () => Promise.resolve(county.env.client), options);
};

/** An API that does not come up leaves no servers behind. */
async function served<C extends County>(county: C, connect: () => Promise<Client>, options: Options) {
  try {
    return { ...county, ...(await serve(county, connect, options)) };
  } catch (error) {
    await county.close();
    throw error;
  }
}

async function serve(
  county: County & Partial<AtWork>,
  connect: () => Promise<Client>,
  { settings = {}, log }: Options,
) {
  const temporalAddress = county.env?.address ?? '127.0.0.1:1';
  const home = mkdtempSync(path.join(tmpdir(), 'zhibao-api-'));
  const silent = log ?? pino({ level: 'silent' });
  const pool = new Pool({ connectionString: county.database.url, max: 5 });
  // A connection that is being closed may still hear that its database is dropped.
  pool.on('error', () => silent.warn('a database connection broke'));
  const server = createServer();
  // On a busy machine a connection must not be closed under the next request.
  server.keepAliveTimeout = 60_000;
  server.listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const common = { home, publicUrl: url, port, sessionSecret: 's'.repeat(40), trustedProxies: 0, demonstration: true };
  const newVerifications = () =>
    new Verifications({
      ...{ db: county.db, log: silent, home, program: path.resolve('dist/cli/verify/job.js') },
      env: commandEnvironment({ databaseUrl: county.database.url, temporalAddress, home, publicUrl: url }),
    });
  const verifications = newVerifications();
  await announceSigning(county.db, county.keyring);
  const world: World = {
    ...{ db: county.db, keyring: county.keyring, pool, log: silent, verifications },
    engine: new Engine(connect, silent),
    settings: { ...common, ...settings },
  };
  server.on('request', createApi(world));
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await verifications.close();
    await pool.end();
    await county.close();
    rmSync(home, { recursive: true, force: true });
  };
  return { url, home, newVerifications, world: county.world, visitor: () => new Visitor(url), close };
}

export type Api = Awaited<ReturnType<typeof openApi>>;
export type ApiAlone = Awaited<ReturnType<typeof openApiAlone>>;
