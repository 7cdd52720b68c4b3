import { Keyring } from '../../platform/keyring.js';
import { withKeys } from '../../platform/keys/with-keys.js';
import { loadSettings } from '../../platform/settings.js';
import { connect, type Db } from '../../prisma/client.js';
import { assertUsable } from '../../prisma/usable.js';
import { commandEnvironment } from './process-environment.js';

/** Works on the records that the settings name, or on those of the copy that was started here. @throws OperatorError */
export async function onRecords<T>(work: (db: Db, keyring: Keyring) => Promise<T>): Promise<T> {
  const settings = loadSettings(await withKeys(commandEnvironment()));
  const keyring = Keyring.from(settings.key, settings.codecKeys, settings.householdKeys);
  const db = connect(settings.databaseUrl, 2);
  try {
    await assertUsable(db, keyring);
    return await work(db, keyring);
  } finally {
    await db.$disconnect();
  }
}
