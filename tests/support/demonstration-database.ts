import { withClient } from '../../cli/start/database.js';
import { Keyring } from '../../platform/keyring.js';
import { connect } from '../../prisma/client.js';
import { loadDemonstration } from '../../prisma/seed/demonstration.js';
import { registerSigner } from '../../proof/signed-register.js';
import { signerFrom } from '../../proof/signing-key.js';
import { createDatabase, databaseFrom, type TestDatabase } from './servers.js';

const TEMPLATE = 'template_demonstration';
const LOCK = 20_261_123;

/** The key that everything sealed in tests is sealed under. */
export const TEST_KEY = Buffer.alloc(32, 7).toString('base64');

/** A database of a test file's own with the demonstration, which is loaded once a run. */
export async function createDemonstrationDatabase(): Promise<TestDatabase> {
  const admin = process.env.ZHIBAO_TEST_POSTGRES!;
  await withClient(admin, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [TEMPLATE]);
    if (rowCount) return;
    const { url, name } = await createDatabase();
    const db = connect(url);
    const keyring = Keyring.from(TEST_KEY);
    await loadDemonstration(db, keyring, registerSigner(signerFrom(keyring.signingSeed('acts'))));
    await db.$disconnect();
    await client.query(`ALTER DATABASE ${name} RENAME TO ${TEMPLATE}`);
  });
  return await databaseFrom(TEMPLATE);
}
