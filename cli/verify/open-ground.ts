import { DefaultLogger, Runtime, type WorkflowBundleOption } from '@temporalio/worker';
import { CountyCodec } from '../../platform/codec.js';
import { Keyring } from '../../platform/keyring.js';
import { loadSettings, type Settings } from '../../platform/settings.js';
import { withKeys } from '../../platform/keys/with-keys.js';
import { connectClient, workflowBundlePath } from '../../platform/temporal.js';
import { connect, type Db } from '../../prisma/client.js';
import { assertUsable } from '../../prisma/usable.js';
import { commandEnvironment } from '../start/process-environment.js';
import type { Sources } from '../../api/evidence/sources.js';

/** The running system, as verification reads it. */
export interface VerifyGround extends Sources {
  readonly db: Db;
  readonly settings: Settings;
  readonly workflows: WorkflowBundleOption;
}

/** Reads what the settings name, or the copy that was started here; changes nothing. @throws OperatorError */
export async function onVerifyGround<T>(work: (ground: VerifyGround) => Promise<T>): Promise<T> {
  const settings = loadSettings(await withKeys(commandEnvironment()));
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const keyring = Keyring.from(settings.key, settings.codecKeys, settings.householdKeys);
  const codec = new CountyCodec(keyring);
  const db = connect(settings.databaseUrl, 8);
  try {
    await assertUsable(db, keyring);
    const client = await connectClient(settings, codec);
    const workflows = { codePath: workflowBundlePath };
    try {
      return await work({ db, codec, client, home: settings.home, settings, keyring, workflows });
    } finally {
      await client.connection.close();
    }
  } finally {
    await db.$disconnect();
  }
}
