import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Client } from 'pg';
import { withClient } from '../../cli/start/database.js';
import { connect, type Db } from '../../prisma/client.js';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import { createEmptyDatabase, type TestDatabase } from '../support/servers.js';
import { shown } from './support/books.js';

const FOLDER = 'prisma/migrations';
const LEDGER = '20261123100000_ledger';
const migrations = readdirSync(FOLDER, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? entry.name : [],
);
const carryOut = async (client: Client, names: readonly string[]) => {
  for (const name of names) await client.query(readFileSync(path.join(FOLDER, name, 'migration.sql'), 'utf8'));
};

/** Money as it was counted before: two cases hold some, one has given back, and some nobody accounts for. */
const BEFORE = `
  INSERT INTO "Household" ("id", "registerNo", "villageCode", "standing", "group", "registeredOn", "wrappedKey", "updatedAt")
    VALUES ('h', 'r', '339901100200', 'registered', 'lowIncome', '2026-01-01', '', now());
  INSERT INTO "Case" ("caseNo", "applicationId", "householdId", "countyCode", "areaCode", "programmeCode",
      "programmeDigest", "policyDigest", "period", "input", "quantity", "amountFen", "running")
    SELECT c, c, 'h', '339901', '339901100200', 'pigs', '', '', '2026', '{}', 1, 1, false FROM unnest(ARRAY['A', 'B', 'C']) c;
  INSERT INTO "Allotment" ("id", "documentNo", "accountCode", "countyCode", "programmeCode", "fundSource", "fiscalYear",
      "amountFen", "reservedFen", "committedFen", "spentFen")
    VALUES ('pigs', '1', '1', '339901', 'pigs', '省级资金', 2026, 1000, 100, 200, 50),
      ('goats', '2', '1', '339901', 'goats', '省级资金', 2026, 500, 0, 0, 0),
      ('bees', '3', '1', '339901', 'bees', '县级资金', 2026, 0, 0, 0, 0);
  INSERT INTO "Commitment" ("caseNo", "allotmentId", "amountFen", "state", "updatedAt") VALUES
    ('A', 'pigs', 100, 'reserved', now()), ('B', 'pigs', 200, 'committed', now()), ('C', 'pigs', 70, 'released', now())`;

let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await createEmptyDatabase();
  await withClient(database.url, async (client) => {
    await carryOut(
      client,
      migrations.filter((name) => name < LEDGER),
    );
    await client.query(BEFORE);
    await carryOut(
      client,
      migrations.filter((name) => name >= LEDGER),
    );
  });
  db = connect(database.url);
});
afterAll(async () => {
  await db?.$disconnect();
  await database?.drop();
});

test('What was counted before the ledger is in it, to the fen', async () => {
  const kinds = ['available', 'reserved', 'committed', 'spent'] as const;
  expect(await Promise.all(kinds.map((kind) => shown(db, 'pigs', kind)))).toEqual([650n, 100n, 200n, 50n]);
  expect(await Promise.all(kinds.map((kind) => shown(db, 'goats', kind)))).toEqual([500n, 0n, 0n, 0n]);
  const funds = await db.fund.findMany({ orderBy: { source: 'asc' } });
  expect(funds).toMatchObject([
    { source: 'province', amountFen: 1500n, fiscalYear: 2026 },
    { source: 'county', amountFen: 0n },
  ]);
  expect(
    await db.ledgerTransaction.findMany({ where: { caseNo: { not: null } }, orderBy: { key: 'asc' } }),
  ).toMatchObject([
    { key: 'A/opened', kind: 'opened', caseNo: 'A' },
    { key: 'B/opened', kind: 'opened', caseNo: 'B' },
  ]);
});

test('What no case accounts for is told: it was counted as spent, and by nobody', async () => {
  expect(await ledgerDifferences(db)).toEqual([
    { what: 'commitments', id: 'pigs/spent', shownFen: 0n, entriesFen: 50n },
  ]);
});
