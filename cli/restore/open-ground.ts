import { DefaultLogger, Runtime } from '@temporalio/worker';
import { openBank } from '../../bank/open-bank.js';
import { CountyCodec } from '../../platform/codec.js';
import { Keyring } from '../../platform/keyring.js';
import { createLog } from '../../platform/log.js';
import { loadSettings } from '../../platform/settings.js';
import { withKeys } from '../../platform/keys/with-keys.js';
import { connectClient, workflowBundlePath } from '../../platform/temporal.js';
import { connect } from '../../prisma/client.js';
import { assertUsable } from '../../prisma/usable.js';
import { commandEnvironment } from '../start/process-environment.js';
import type { Ground } from './ground.js';

/** Works on what the settings name, or on the copy that was started here. @throws OperatorError */
export async function onGround<T>(work: (ground: Ground) => Promise<T>): Promise<T> {
  const settings = loadSettings(await withKeys(commandEnvironment()));
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const keyring = Keyring.from(settings.key, settings.codecKeys, settings.householdKeys);
  const codec = new CountyCodec(keyring);
  const db = connect(settings.databaseUrl, 4);
  const log = createLog('restore', settings);
  try {
    await assertUsable(db, keyring);
    const client = await connectClient(settings, codec);
    const bank = await openBank(settings, (name, why) => log.warn({ name, why }, 'the bank gave no clear word'));
    try {
      return await work({ db, keyring, codec, client, bank, log, workflows: { codePath: workflowBundlePath } });
    } finally {
      await client.connection.close();
    }
  } finally {
    await db.$disconnect();
  }
}
