import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { withClient } from '../../cli/start/database.js';
import { connect, type Db } from '../../prisma/client.js';
import { allotmentAccount, fundAccount } from '../../prisma/ledger/accounts.js';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import { LedgerConflict, post, type Posting } from '../../prisma/ledger/post.js';
import { createDatabase, type TestDatabase } from '../support/servers.js';
import { openBooks, shown } from './support/books.js';

describe('the ledger', () => {
  let database: TestDatabase;
  let db: Db;
  let id: string;
  beforeAll(async () => {
    database = await createDatabase();
    db = connect(database.url);
    [id] = (await openBooks(db, 'books', 500_000n, [{ programmeCode: 'pigs', amountFen: 300_000n }])) as [string];
  });
  afterAll(async () => {
    await db?.$disconnect();
    await database?.drop();
  });

  const book = (posting: Posting) => db.$transaction((tx) => post(tx, posting));
  const spending = (key: string, fen: bigint): Posting => ({
    ...{ key, kind: 'spent' },
    entries: { [allotmentAccount(id, 'available')]: -fen, [allotmentAccount(id, 'spent')]: fen },
  });

  test('books what comes twice under the same key once, also at the same time', async () => {
    await Promise.all([1, 2, 3, 4, 5].map(() => book(spending('once', 1_000n))));
    expect(await shown(db, id, 'spent')).toBe(1_000n);
  });

  test('does not take another content under a key that it knows', async () => {
    await expect(book(spending('once', 1_001n))).rejects.toThrow(LedgerConflict);
    await expect(book({ ...spending('once', 1_000n), kind: 'released' })).rejects.toThrow(LedgerConflict);
    expect(await shown(db, id, 'spent')).toBe(1_000n);
  });

  test('takes nothing that does not sum to zero', async () => {
    const entries = { [allotmentAccount(id, 'available')]: -10n, [allotmentAccount(id, 'spent')]: 9n };
    await expect(book({ key: 'uneven', kind: 'spent', entries })).rejects.toThrow(/does not balance/);
    expect(await db.ledgerTransaction.count({ where: { key: 'uneven' } })).toBe(0);
  });

  test('takes no transaction without entries, and no further entries into one that is booked', async () => {
    const empty = { key: 'empty', kind: 'spent', lines: 2 } as const;
    await expect(db.ledgerTransaction.create({ data: empty })).rejects.toThrow(/does not balance/);
    const more = [
      { transactionKey: 'once', accountId: fundAccount('books', 'unallotted'), amountFen: -5n },
      { transactionKey: 'once', accountId: allotmentAccount(id, 'committed'), amountFen: 5n },
    ];
    await expect(db.ledgerEntry.createMany({ data: more })).rejects.toThrow(/does not balance/);
    expect(await db.ledgerEntry.count({ where: { transactionKey: 'once' } })).toBe(2);
  });

  test('lets no account be overdrawn', async () => {
    await expect(book(spending('too much', 300_000n))).rejects.toThrow(/LedgerAccount_never_overdrawn/);
  });

  test('dates nothing back', async () => {
    const at = new Date('2020-01-01T00:00:00Z');
    await db.$transaction(async (tx) => {
      await tx.ledgerTransaction.create({ data: { key: 'back', kind: 'spent', lines: 2, at } });
      const entries = Object.entries(spending('back', 1n).entries);
      const data = entries.map(([accountId, amountFen]) => ({ transactionKey: 'back', accountId, amountFen, at }));
      await tx.ledgerEntry.createMany({ data });
    });
    const { entries, ...booked } = await db.ledgerTransaction.findUniqueOrThrow({
      where: { key: 'back' },
      include: { entries: true },
    });
    expect(Date.now() - booked.at.getTime()).toBeLessThan(60_000);
    expect(entries.map((entry) => entry.at)).toEqual([booked.at, booked.at]);
  });

  test.each([
    ['UPDATE "LedgerEntry" SET "amountFen" = 1', /append-only/],
    ['DELETE FROM "LedgerEntry"', /append-only/],
    ['TRUNCATE "LedgerEntry"', /append-only/],
    [`UPDATE "LedgerTransaction" SET "kind" = 'released'`, /append-only/],
    ['DELETE FROM "LedgerTransaction"', /append-only/],
    ['TRUNCATE "LedgerTransaction" CASCADE', /append-only/],
    ['UPDATE "LedgerAccount" SET "balanceFen" = 1', /entries alone/],
    ['DELETE FROM "LedgerAccount"', /append-only/],
    ['UPDATE "Allotment" SET "amountFen" = 1', /append-only/],
    ['DELETE FROM "Allotment"', /append-only/],
    ['UPDATE "Fund" SET "amountFen" = 1', /append-only/],
    ['DELETE FROM "Fund"', /append-only/],
  ])('refuses a superuser, who is above privileges: %s', async (statement, reason) => {
    await expect(db.$executeRawUnsafe(statement)).rejects.toThrow(reason);
  });

  test('finds a difference where somebody got round its promises', async () => {
    const account = allotmentAccount(id, 'spent');
    const forge = (fen: number) =>
      withClient(database.url, async (client) => {
        await client.query('SET session_replication_role = replica');
        await client.query('UPDATE "LedgerAccount" SET "balanceFen" = "balanceFen" + $1 WHERE "id" = $2', [
          fen,
          account,
        ]);
      });
    const spentFen = await shown(db, id, 'spent');
    await forge(7);
    const found = await ledgerDifferences(db);
    expect(found).toContainEqual({ what: 'account', id: account, shownFen: spentFen + 7n, entriesFen: spentFen });
    await forge(-7);
    expect((await ledgerDifferences(db)).filter(({ what }) => what !== 'commitments')).toEqual([]);
  });

  describe('whose tables belong to somebody without further rights', () => {
    const owner = `owner_${randomBytes(4).toString('hex')}`;
    let owned: Db;
    beforeAll(async () => {
      await withClient(database.url, async (client) => {
        await client.query(`CREATE ROLE ${owner} LOGIN PASSWORD '${owner}'`);
        for (const table of [
          'Fund',
          'Allotment',
          'LedgerAccount',
          'LedgerTransaction',
          'LedgerEntry',
          'Case',
          'Payment',
        ])
          await client.query(`ALTER TABLE "${table}" OWNER TO ${owner}`);
        await client.query(`GRANT USAGE ON SCHEMA public TO ${owner}`);
        await client.query(`GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO ${owner}`);
      });
      const url = new URL(database.url);
      [url.username, url.password] = [owner, owner];
      owned = connect(url.href);
    });
    afterAll(async () => {
      await owned?.$disconnect();
      await withClient(database.url, (client) => client.query(`REASSIGN OWNED BY ${owner} TO postgres`));
      await withClient(database.url, (client) => client.query(`DROP OWNED BY ${owner}`));
      await withClient(database.url, (client) => client.query(`DROP ROLE ${owner}`));
    });

    test('is kept by its owner as by anybody', async () => {
      await owned.$transaction((tx) => post(tx, spending('by the owner', 5n)));
      expect(await owned.ledgerEntry.count({ where: { transactionKey: 'by the owner' } })).toBe(2);
    });

    test.each([
      'UPDATE "LedgerEntry" SET "amountFen" = 1',
      'DELETE FROM "LedgerEntry"',
      'TRUNCATE "LedgerEntry"',
      `UPDATE "LedgerTransaction" SET "kind" = 'released'`,
      'DELETE FROM "LedgerTransaction"',
      'DELETE FROM "LedgerAccount"',
    ])('gives its owner no right to change what is booked: %s', async (statement) => {
      await expect(owned.$executeRawUnsafe(statement)).rejects.toThrow(/permission denied/);
    });
  });
});
