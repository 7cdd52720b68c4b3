import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isDatabaseAway } from '../../api/http/database-away.js';
import { withClient } from '../../cli/start/database.js';
import { connect, type Db } from '../../prisma/client.js';
import { eventually } from '../support/eventually.js';
import { createDatabase, type TestDatabase } from '../support/servers.js';

describe('a database that goes away is known by whatever the query fails with', () => {
  let database: TestDatabase;
  let db: Db;
  beforeAll(async () => {
    database = await createDatabase();
    db = connect(database.url);
  });
  afterAll(async () => {
    await db?.$disconnect();
    await database?.drop();
  });

  const sessions = (what: string) =>
    withClient(process.env.ZHIBAO_TEST_POSTGRES!, async (client) => {
      const { rowCount } = await client.query(
        `SELECT ${what} FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'client backend'`,
        [database.name],
      );
      return rowCount;
    });
  const cutAll = () => sessions('pg_terminate_backend(pid)');
  const allGone = () =>
    eventually(
      () => sessions('1'),
      (left) => left === 0,
    );
  const failure = (work: Promise<unknown>) => work.then(() => undefined).catch((error: unknown) => error);

  test('under a query that runs', async () => {
    const failed = [
      failure(db.$queryRaw`SELECT pg_sleep(30)::text`),
      failure(db.$executeRaw`SELECT pg_sleep(30)`),
      failure(db.$transaction((tx) => tx.$queryRaw`SELECT pg_sleep(30)::text`)),
    ];
    await eventually(
      () => sessions('1'),
      (open) => open === failed.length,
    );
    await cutAll();
    expect((await Promise.all(failed)).map(isDatabaseAway)).toEqual([true, true, true]);
  });

  test('between two queries of a transaction, and before its end', async () => {
    const cut = (then: (tx: Pick<Db, '$queryRaw' | 'county'>) => Promise<unknown>) =>
      failure(
        db.$transaction(async (tx) => {
          await tx.county.count();
          await cutAll();
          await allGone();
          await then(tx);
        }),
      );
    const failed = [
      await cut((tx) => tx.county.count()),
      await cut((tx) => tx.$queryRaw`SELECT 1`),
      await cut(() => Promise.resolve()),
    ];
    expect(failed.map(isDatabaseAway)).toEqual([true, true, true]);
  });

  test('where nobody listens', async () => {
    const gone = connect('postgresql://nobody:nothing@127.0.0.1:1/none');
    const failed = [
      await failure(gone.county.count()),
      await failure(gone.$queryRaw`SELECT 1`),
      await failure(gone.$transaction((tx) => tx.county.count())),
    ];
    await gone.$disconnect();
    expect(failed.map(isDatabaseAway)).toEqual([true, true, true]);
  });

  test('and what fails for another reason is not taken for it', async () => {
    const failed = [
      await failure(db.$queryRaw`SELECT nonsense`),
      await failure(db.county.findUniqueOrThrow({ where: { code: 'none' } })),
      new Error('a fault of ours'),
      undefined,
    ];
    expect(failed.map(isDatabaseAway)).toEqual([false, false, false, false]);
  });
});
