import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { checkLedger } from '../../cli/ledger/check-ledger.js';
import { withClient } from '../../cli/start/database.js';
import { connect } from '../../prisma/client.js';
import { createDatabase, type TestDatabase } from '../support/servers.js';
import { openBooks } from './support/books.js';

const environment = { ...process.env };
let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
  const db = connect(database.url);
  await openBooks(db, 'books', 500n, [{ programmeCode: 'pigs', amountFen: 300n }]);
  await db.$disconnect();
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    ZHIBAO_KEY: Buffer.alloc(32, 7).toString('base64'),
    ZHIBAO_SESSION_SECRET: 'x'.repeat(32),
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    BANK_URL: 'http://127.0.0.1:1',
    PUBLIC_URL: 'http://127.0.0.1:1',
  });
});
afterAll(async () => {
  process.env = environment;
  await database?.drop();
});

test('the command finds nothing where the books are right, and names what was tampered with', async () => {
  const said: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  await checkLedger();
  write.mockRestore();
  expect(said.join('')).toContain('4 条分录，无差异');
  await withClient(database.url, async (client) => {
    await client.query('SET session_replication_role = replica');
    await client.query(`UPDATE "LedgerAccount" SET "balanceFen" = 1 WHERE "id" = 'books-0/spent'`);
  });
  await expect(checkLedger()).rejects.toThrow(/account books-0\/spent: 1 ≠ 0/);
});
