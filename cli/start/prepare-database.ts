import { Keyring } from '../../platform/keyring.js';
import { connect } from '../../prisma/client.js';
import { beginRegister } from '../../prisma/log-register.js';
import { loadDemonstration } from '../../prisma/seed/demonstration.js';
import { assertUsable } from '../../prisma/usable.js';
import { registerSigner } from '../../proof/signed-register.js';
import { signerFrom } from '../../proof/signing-key.js';

/**
 * Before anything is written: the database is the one of this key. Then loads the demonstration where it is wanted; of
 * what is there already, after an interrupted first start too, nothing is changed.
 * @throws OperatorError if the database was begun with another key
 */
export async function prepareDatabase(databaseUrl: string, key: string, demonstration: boolean): Promise<void> {
  const db = connect(databaseUrl, 4);
  try {
    const keyring = Keyring.from(key);
    await assertUsable(db, keyring);
    const sign = registerSigner(signerFrom(keyring.signingSeed('acts')));
    await beginRegister(db, sign);
    if (demonstration) await loadDemonstration(db, keyring, sign);
  } finally {
    await db.$disconnect();
  }
}
