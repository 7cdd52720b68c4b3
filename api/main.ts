import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { Pool } from 'pg';
import { CountyCodec } from '../platform/codec.js';
import { Keyring } from '../platform/keyring.js';
import { createLog } from '../platform/log.js';
import { runProcess } from '../platform/process.js';
import { withKeys } from '../platform/keys/with-keys.js';
import { loadSettings, type Settings } from '../platform/settings.js';
import { connectClient } from '../platform/temporal.js';
import { connect } from '../prisma/client.js';
import { beginRegister } from '../prisma/log-register.js';
import { noteIfOlder } from '../prisma/restore-mark.js';
import { assertUsable } from '../prisma/usable.js';
import { registerSigner } from '../proof/signed-register.js';
import { actsSigner } from './acting/acts-signer.js';
import { announceSigning } from './acting/announce-signing.js';
import { Engine } from './engine.js';
import { destroyEver } from './papers/destroy-ever.js';
import { serveUntil } from './serve.js';
import { createApi } from './server.js';
import { Verifications } from './verifying/verifications.js';

/** The API as a process; any number of them serve together. It stays up while the workflow engine is away. */
async function serve(settings: Settings, stopping: AbortSignal): Promise<void> {
  const log = createLog('api', settings);
  const keyring = Keyring.from(settings.key, settings.codecKeys, settings.householdKeys);
  const db = connect(settings.databaseUrl);
  await assertUsable(db, keyring);
  if (await noteIfOlder(db, settings.home)) log.error('a restore is open: run "npm run zhibao -- reconcile"');
  await announceSigning(db, keyring);
  await beginRegister(db, registerSigner(actsSigner(keyring)));
  const pool = new Pool({ connectionString: settings.databaseUrl, max: 5 });
  // An idle connection that breaks is replaced; without a listener it would end the process.
  pool.on('error', () => log.warn('a database connection broke'));
  const engine = new Engine(() => connectClient(settings, new CountyCodec(keyring)), log);
  const program = fileURLToPath(new URL('../cli/verify/job.js', import.meta.url));
  const verifications = new Verifications({ db, log, home: settings.home, program, env: process.env });
  const destroying = destroyEver(db, settings.home, log, stopping);
  const server = createServer(createApi({ settings, db, pool, keyring, engine, log, verifications }));
  await serveUntil(stopping, server, settings.port, log);
  await verifications.close();
  await destroying;
  await Promise.allSettled([engine.close(), pool.end(), db.$disconnect()]);
}

await runProcess(async () => loadSettings(await withKeys()), serve);
