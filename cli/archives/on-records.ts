import { Keyring } from '../../platform/keyring.js';
import { withKeys } from '../../platform/keys/with-keys.js';
import { loadSettings } from '../../platform/settings.js';
import { connect, type Db } from '../../prisma/client.js';
import { assertUsable } from '../../prisma/usable.js';
import { commandEnvironment } from '../start/process-environment.js';

/** Reads the records that the settings name, or those of the copy that was started here. @throws OperatorError */
export async function onRecords<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const settings = loadSettings(await withKeys(commandEnvironment()));
  const db = connect(settings.databaseUrl, 2);
  try {
    await assertUsable(db, Keyring.from(settings.key, settings.codecKeys, settings.householdKeys));
    return await work(db);
  } finally {
    await db.$disconnect();
  }
}
