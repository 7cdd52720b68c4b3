import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { programmesOf } from '../../domain/programmes/catalogue.js';
import { verify } from '@node-rs/argon2';
import { rotateKeys } from '../../cli/keys/rotate.js';
import { Keyring } from '../../platform/keyring.js';
import { connect, type Db } from '../../prisma/client.js';
import { allLogged } from '../../prisma/log-entries.js';
import { rewrapKeys } from '../../prisma/rewrap-keys.js';
import { openColumn } from '../../prisma/sealed.js';
import { CHUNAN, REHEARSAL } from '../../prisma/seed/counties.js';
import { loadDemonstration } from '../../prisma/seed/demonstration.js';
import { householdsOf } from '../../prisma/seed/households.js';
import { demonstrationLogins } from '../../prisma/seed/logins.js';
import { assertUsable } from '../../prisma/usable.js';
import { registerSigner } from '../../proof/signed-register.js';
import { signerFrom } from '../../proof/signing-key.js';
import { createDatabase, type TestDatabase } from '../support/servers.js';

const MASTER = Buffer.alloc(32, 7).toString('base64');
const keyring = Keyring.from(MASTER);
const sign = registerSigner(signerFrom(keyring.signingSeed('acts')));
let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await createDatabase();
  db = connect(database.url);
  await loadDemonstration(db, keyring, sign);
});

afterAll(async () => {
  await db?.$disconnect();
  await database?.drop();
});

describe('the demonstration in the database', () => {
  test('has both counties with their villages, programmes, policies and money', async () => {
    const counties = await db.county.findMany({ orderBy: { code: 'asc' } });
    expect(counties.map(({ code, rehearsal, daySeconds }) => ({ code, rehearsal, daySeconds }))).toEqual([
      { code: CHUNAN.code, rehearsal: false, daySeconds: 86_400 },
      { code: REHEARSAL.code, rehearsal: true, daySeconds: 1 },
    ]);
    expect(await db.area.count({ where: { level: 'village', code: { startsWith: CHUNAN.code } } })).toBe(361);
    const programmes = 2 * programmesOf(CHUNAN.code, 2026).length;
    expect(await db.programme.count()).toBe(programmes);
    expect(await db.countyPolicy.count()).toBe(2);
    const allotted = await db.allotment.groupBy({ by: ['countyCode', 'programmeCode', 'fiscalYear'] });
    expect(allotted).toHaveLength(2 * programmes);
  });

  test('every household can be found by its phone and read with its own key', async () => {
    const [first] = householdsOf(CHUNAN);
    const phone = first?.register.phone ?? '';
    const row = await db.household.findFirstOrThrow({
      where: { phoneHash: keyring.lookup('phone', phone) },
      include: { members: { orderBy: { position: 'asc' } }, accounts: true },
    });
    const key = keyring.unwrap(row.wrappedKey);
    expect(row.phoneSealed && openColumn(key, 'householdPhone', row.phoneSealed)).toBe(phone);
    expect(row.members.map(({ nameSealed }) => openColumn(key, 'memberName', nameSealed))).toEqual(
      first?.register.members.map(({ name }) => name),
    );
    expect(row.accounts.map(({ current }) => current)).toEqual([true]);
    expect(await db.household.count()).toBe(CHUNAN.households + REHEARSAL.households);
  });

  test('no name, identity number, phone or account of a household lies there in the clear', async () => {
    const tables = await db.$queryRaw<{ row: string }[]>`
      SELECT h::text AS row FROM "Household" h UNION ALL SELECT m::text FROM "Member" m
      UNION ALL SELECT a::text FROM "Account" a UNION ALL SELECT p::text FROM "Helper" p`;
    const text = tables.map(({ row }) => row).join('\n');
    const hidden = householdsOf(CHUNAN).flatMap(({ register }) => [
      register.phone,
      ...register.members.flatMap(({ name, idNumber, account }) => [name, idNumber, account?.number]),
    ]);
    expect(hidden.filter((secret) => secret && text.includes(secret))).toEqual([]);
    const sealed = hidden.flatMap((secret) => (secret ? [Buffer.from(secret).toString('hex')] : []));
    expect(sealed.filter((secret) => text.includes(secret))).toEqual([]);
  });

  test('the officials that are printed can log in', async () => {
    for (const login of demonstrationLogins()
      .filter((login) => login.kind === 'official')
      .slice(0, 3)) {
      const official = await db.official.findUniqueOrThrow({ where: { login: login.login } });
      expect(official.passwordHash).toMatch(/^\$argon2id\$/);
      expect(await verify(official.passwordHash, login.password)).toBe(true);
      expect(official.roles).toEqual([login.role]);
    }
  });

  test('loading it again changes nothing, not even what was changed since', async () => {
    await db.official.update({ where: { login: 'ca-checker-1' }, data: { active: false } });
    const before = await everything();
    await loadDemonstration(db, keyring, sign);
    expect(await everything()).toEqual(before);
  });

  test('a load that was interrupted is completed by the next', async () => {
    const [first] = householdsOf(CHUNAN);
    const { id } = await db.household.findUniqueOrThrow({ where: { registerNo: first?.register.registerNo ?? '' } });
    await db.account.deleteMany({ where: { householdId: id } });
    await db.member.deleteMany({ where: { householdId: id } });
    await db.household.delete({ where: { id } });
    await loadDemonstration(db, keyring, sign);
    expect(await db.household.count()).toBe(CHUNAN.households + REHEARSAL.households);
    expect(await db.member.count({ where: { household: { registerNo: first?.register.registerNo ?? '' } } })).toBe(
      first?.register.members.length,
    );
  });

  test('the key that wraps every household’s is changed, broken off on the way too; what is sealed reads as before', async () => {
    const next = Buffer.alloc(32, 9).toString('base64');
    const rotated = Keyring.from(MASTER, {}, { 1: next });
    const households = await db.household.count();
    const where = { id: (await db.household.findFirstOrThrow({ orderBy: { id: 'desc' } })).id };
    await db.household.update({ where, data: { wrappedKey: Buffer.alloc(0) } });
    const keys = async (by: Keyring) => {
      const rows = await db.household.findMany({ orderBy: { id: 'asc' } });
      return rows.map(({ wrappedKey }) => by.unwrap(wrappedKey).toString('hex'));
    };
    const before = await keys(keyring);
    await expect(rotateKeys(db, keyring)).rejects.toThrow('ZHIBAO_HOUSEHOLD_KEYS');
    expect(await rewrapKeys(db, rotated, 3)).toBe(3);
    expect(await keys(rotated)).toEqual(before);
    expect(await rotateKeys(db, rotated)).toBe(households - 4);
    expect(await keys(rotated)).toEqual(before);
    expect(await rotateKeys(db, rotated)).toBe(0);
    await expect(keys(keyring)).rejects.toThrow('generation 1');
    const print = { purpose: 'households', publicKey: rotated.householdPrints().newest };
    expect(await allLogged(db, 'key', 'households')).toMatchObject([print]);
    await assertUsable(db, rotated);
    await expect(assertUsable(db, keyring)).rejects.toThrow('ZHIBAO_HOUSEHOLD_KEYS');
    const again = Keyring.from(MASTER, {}, { 1: next, 2: Buffer.alloc(32, 10).toString('base64') });
    await rotateKeys(db, again);
    expect(await keys(Keyring.from(MASTER, {}, { 2: Buffer.alloc(32, 10).toString('base64') }))).toEqual(before);
  });
});

/** All rows of all tables that the demonstration fills. */
async function everything() {
  return Promise.all([
    db.area.findMany({ orderBy: { code: 'asc' } }),
    db.county.findMany({ orderBy: { code: 'asc' } }),
    db.countyPolicy.findMany({ orderBy: { digest: 'asc' } }),
    db.programme.findMany({ orderBy: { digest: 'asc' } }),
    db.calendarDay.findMany({ orderBy: { date: 'asc' } }),
    db.office.findMany({ orderBy: { id: 'asc' } }),
    db.official.findMany({ orderBy: { id: 'asc' } }),
    db.helper.findMany({ orderBy: { id: 'asc' } }),
    db.household.findMany({ orderBy: { id: 'asc' } }),
    db.member.findMany({ orderBy: { id: 'asc' } }),
    db.account.findMany({ orderBy: { id: 'asc' } }),
    db.kinship.findMany({ orderBy: { id: 'asc' } }),
    db.allotment.findMany({ orderBy: { id: 'asc' } }),
  ]);
}
