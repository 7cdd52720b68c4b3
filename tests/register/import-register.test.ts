import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { identityCheckCharacter } from '../../domain/rules/identity-number.js';
import { Keyring } from '../../platform/keyring.js';
import { connect, type Db } from '../../prisma/client.js';
import { importRegister } from '../../prisma/register/import-register.js';
import type { RegisterHousehold, RegisterMember } from '../../prisma/register/register-household.js';
import { openColumn } from '../../prisma/sealed.js';
import { areasOf, CHUNAN } from '../../prisma/seed/counties.js';
import { registerCsv } from '../../prisma/seed/example-register.js';
import { householdsOf } from '../../prisma/seed/households.js';
import { createDatabase, type TestDatabase } from '../support/servers.js';

const keyring = Keyring.from(Buffer.alloc(32, 7).toString('base64'));
const registers = householdsOf(CHUNAN).map(({ register }) => register);
const [first, second] = registers as [RegisterHousehold, RegisterHousehold];
let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await createDatabase();
  db = connect(database.url);
  await db.area.createMany({ data: areasOf(CHUNAN) });
});

beforeEach(() => emptyRegister());

afterAll(async () => {
  await db?.$disconnect();
  await database?.drop();
});

async function emptyRegister(): Promise<void> {
  await db.householdChange.deleteMany();
  await db.account.deleteMany();
  await db.member.deleteMany();
  await db.household.deleteMany();
  await db.registerImport.deleteMany();
}

const importing = (households: readonly RegisterHousehold[], areaCode?: string) =>
  importRegister(db, keyring, { bytes: Buffer.from(registerCsv(households)), ...(areaCode ? { areaCode } : {}) });

describe('a register is imported', () => {
  test('with every household, member and account of it', async () => {
    const progress: number[][] = [];
    const bytes = Buffer.from(registerCsv(registers));
    const result = await importRegister(db, keyring, { bytes, onProgress: (...numbers) => progress.push(numbers) });
    const rows = registers.reduce((count, { members }) => count + members.length, 0);
    expect(result).toMatchObject({ lines: rows, changed: rows, rejections: [] });
    expect(progress.map(([done]) => done)).toEqual(progress.map(([done]) => done).toSorted((a = 0, b = 0) => a - b));
    expect(progress.at(-1)).toEqual([rows, rows]);
    expect(await stored(first.registerNo)).toEqual(first);
    expect(await db.household.count()).toBe(registers.length);
    expect(await db.member.count()).toBe(rows);
    expect(await db.householdChange.count()).toBe(0);
  });

  test('and the same file again changes nothing', async () => {
    await importing(registers.slice(0, 20));
    const before = await everything();
    expect(await importing(registers.slice(0, 20))).toMatchObject({ changed: 0, rejections: [] });
    expect(await everything()).toEqual(before);
  });

  test('and another file that says the same changes nothing either', async () => {
    await importing(registers.slice(0, 20));
    const before = await everything();
    const bytes = Buffer.from(`${registerCsv(registers.slice(0, 20))}\n`);
    expect(await importRegister(db, keyring, { bytes })).toMatchObject({ changed: 0, rejections: [] });
    expect(await everything()).toEqual(before);
  });

  test('and an old file imported again takes nothing back', async () => {
    await importing([first]);
    await importing([{ ...first, standing: 'observation', observationSince: '2026-05-01' }]);
    expect(await importing([first])).toMatchObject({ changed: 0 });
    expect(await stored(first.registerNo)).toMatchObject({ standing: 'observation' });
  });

  test('and good rows are kept beside bad ones, which are told by line', async () => {
    const nowhere = { ...second, villageCode: '330127999999' };
    const headless = { ...registers[2]!, members: registers[2]!.members.slice(1) };
    const result = await importing([first, nowhere, headless]);
    const lineOf = (household: number) =>
      2 + [first, nowhere].slice(0, household).flatMap(({ members }) => members).length;
    expect(result.changed).toBe(first.members.length);
    expect(result.rejections.map(({ line, reason }) => [line, reason.zh])).toEqual([
      ...nowhere.members.map((_member, at) => [lineOf(1) + at, '系统中没有该“村代码”']),
      ...headless.members.map((_member, at) => [lineOf(2) + at, expect.stringContaining('户主须恰好一人')]),
    ]);
    expect(await db.household.count()).toBe(1);
  });

  test('an import that broke off goes on behind its last page, and tells all its rejections', async () => {
    const broken = [{ ...first, villageCode: '330127999999' }, ...registers.slice(1)];
    const bytes = Buffer.from(registerCsv(broken));
    const breakOff = (done: number) => {
      if (done > 100) throw new Error('the power is gone');
    };
    await expect(importRegister(db, keyring, { bytes, onProgress: breakOff })).rejects.toThrow('the power is gone');
    const half = await db.registerImport.findFirstOrThrow();
    const households = await db.household.findMany({ select: { id: true } });
    expect(half.finishedAt).toBeNull();
    expect(households.length).toBeLessThan(registers.length - 1);

    const result = await importRegister(db, keyring, { bytes });
    const whole = await db.registerImport.findFirstOrThrow();
    expect(result.rejections.map(({ line }) => line)).toEqual(first.members.map((_member, at) => 2 + at));
    expect(half.changed + result.changed).toBe(whole.changed);
    expect(whole).toMatchObject({ lines: result.lines, rejected: first.members.length });
    expect(await db.household.count()).toBe(registers.length - 1);
    const ids = await db.household.findMany({ where: { id: { in: households.map(({ id }) => id) } } });
    expect(ids).toHaveLength(households.length);
  });

  test('once only, however many import the same file at once', async () => {
    const bytes = Buffer.from(registerCsv(registers));
    const results = await Promise.allSettled([1, 2, 3].map(() => importRegister(db, keyring, { bytes })));
    const rows = registers.reduce((count, { members }) => count + members.length, 0);
    expect(await db.member.count()).toBe(rows);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ name: 'OperatorError' });
    }
    await importRegister(db, keyring, { bytes });
    expect(await db.registerImport.findMany()).toMatchObject([{ lines: rows, changed: rows, rejected: 0 }]);
  });

  test('only within the area of whoever imports, whatever the file says', async () => {
    const other = registers.find(({ villageCode }) => villageCode.slice(0, 9) !== first.villageCode.slice(0, 9))!;
    const township = first.villageCode.slice(0, 9);
    await importing([other]);
    const seized = { ...other, villageCode: first.villageCode };
    const result = await importing([first, seized], township);
    expect(result.rejections).toHaveLength(other.members.length);
    expect(await stored(other.registerNo)).toEqual(other);
    expect(await stored(first.registerNo)).toEqual(first);
  });
});

describe('what an import finds changed in a household reaches its running cases', () => {
  const [head, spouse, ...children] = first.members as [RegisterMember, RegisterMember, ...RegisterMember[]];
  const changesAfter = async (now: RegisterHousehold) => {
    await importing([first]);
    const result = await importing([now]);
    const changes = await db.householdChange.findMany({ orderBy: { kind: 'asc' } });
    expect(changes.every(({ toldAt, reportedBy }) => toldAt === null && reportedBy.startsWith('register:'))).toBe(true);
    return { ...result, changes: changes.map(({ kind, occurredOn }) => [kind, occurredOn]) };
  };
  const newcomer = (relation: string, birthDate: string): RegisterMember => {
    const first17 = `390127${birthDate.replaceAll('-', '')}998`;
    return { ...spouse, relation, name: '余新', idNumber: first17 + identityCheckCharacter(first17), account: null };
  };

  test('a death', async () => {
    const dead: RegisterMember = { ...spouse, status: 'dead', statusSince: '2026-06-10', canWork: false };
    const result = await changesAfter({ ...first, members: [head, dead, ...children] });
    expect(result).toMatchObject({ changed: 1, changes: [['death', '2026-06-10']] });
  });

  test('a member who left, or founded a household of its own', async () => {
    const left: RegisterMember = { ...spouse, status: 'departed', statusSince: '2026-06-10' };
    const moved = { ...first, members: [head, left, ...children] };
    expect((await changesAfter(moved)).changes).toEqual([['move', '2026-06-10']]);
    await emptyRegister();
    await importing([first]);
    await importRegister(db, keyring, { bytes: Buffer.from(registerCsv([moved]).replace('迁出', '分户')) });
    expect(await db.householdChange.findMany()).toMatchObject([{ kind: 'split', occurredOn: '2026-06-10' }]);
  });

  test('a birth, a marriage and somebody who moved in', async () => {
    const born = recently();
    const members = [...first.members, newcomer('女', born)];
    expect((await changesAfter({ ...first, members })).changes).toEqual([['birth', born]]);
    await importing([{ ...first, members: [...members, { ...newcomer('儿媳', '1999-03-03'), name: '余二' }] }]);
    await importing([{ ...first, members: [...members, { ...newcomer('母亲', '1949-03-03'), name: '余三' }] }]);
    const kinds = await db.householdChange.findMany({ orderBy: { reportedAt: 'asc' } });
    expect(kinds.map(({ kind }) => kind)).toEqual(['birth', 'marriage', 'move']);
  });

  test('a move of the whole household', async () => {
    const villages = areasOf(CHUNAN).filter(({ level, code }) => level === 'village' && code !== first.villageCode);
    const result = await changesAfter({ ...first, villageCode: villages[0]!.code });
    expect(result.changed).toBe(1);
    expect(result.changes.map(([kind]) => kind)).toEqual(['move']);
  });

  test('but neither a corrected name nor a corrected identity number nor a new account', async () => {
    const renamed = { ...spouse, name: '方改名' };
    const account = { bankName: '演示农村商业银行', number: '9999330127999999999' };
    const result = await changesAfter({ ...first, members: [{ ...head, account }, renamed, ...children] });
    expect(result).toMatchObject({ changed: 2, changes: [] });
    const corrected = { ...renamed, idNumber: newcomer('', '1990-10-10').idNumber };
    await importing([{ ...first, members: [{ ...head, account }, corrected, ...children] }]);
    expect(await db.householdChange.count()).toBe(0);
    expect(await stored(first.registerNo)).toEqual({
      ...first,
      members: [{ ...head, account }, corrected, ...children],
    });
    expect(await db.account.count({ where: { current: true } })).toBe(1);
    expect(await db.account.count()).toBe(2);
  });
});

describe('an import leaves alone', () => {
  test('members, phone and address of which the file says nothing', async () => {
    await importing([first]);
    const head = first.members.slice(0, 1);
    await importing([{ ...first, phone: null, address: null, members: head }]);
    expect(await stored(first.registerNo)).toEqual(first);
  });

  test('the account that the household chose since, as long as the file brings none that is new', async () => {
    await importing([first]);
    const chosen = { bankName: '演示农村商业银行', number: '9999330127888888888' };
    const members = first.members.map((member, at) => (at === 0 ? { ...member, account: chosen } : member));
    await importing([{ ...first, members }]);
    await importing([{ ...first, standing: 'observation', observationSince: '2026-05-01' }]);
    expect(await stored(first.registerNo)).toEqual({
      ...first,
      standing: 'observation',
      observationSince: '2026-05-01',
      members,
    });
  });

  test('the dead: who is registered as dead does not rise by a file', async () => {
    const [head, spouse, ...rest] = first.members as [RegisterMember, RegisterMember, ...RegisterMember[]];
    const dead: RegisterMember = { ...spouse, status: 'dead', statusSince: '2026-06-10', canWork: false };
    await importing([{ ...first, members: [head, dead, ...rest] }]);
    const result = await importing([first]);
    expect(result.changed).toBe(0);
    expect(result.rejections.map(({ line, reason }) => [line, reason.zh])).toEqual([
      [3, '该成员已登记为死亡，请先核实'],
    ]);
  });

  test('a household that would have two heads; with the relation of the old one the new one takes its place', async () => {
    const [head, spouse, ...rest] = first.members as [RegisterMember, RegisterMember, ...RegisterMember[]];
    const newHead = { ...spouse, relation: '户主' };
    await importing([first]);
    const usurped = await importing([{ ...first, members: [newHead] }]);
    expect(usurped).toMatchObject({ changed: 0, rejections: [{ line: 2 }] });
    const oldHead = { ...head, relation: '配偶' };
    await importing([{ ...first, members: [newHead, oldHead, ...rest] }]);
    expect((await stored(first.registerNo)).members.map(({ name, relation }) => [name, relation])).toEqual(
      [newHead, oldHead, ...rest].map(({ name, relation }) => [name, relation]),
    );
  });
});

/** The household as a register would tell it. */
async function stored(registerNo: string): Promise<RegisterHousehold> {
  const include = {
    members: { orderBy: { position: 'asc' }, include: { accounts: { where: { current: true } } } },
  } as const;
  const row = await db.household.findUniqueOrThrow({ where: { registerNo }, include });
  const key = keyring.unwrap(row.wrappedKey);
  const { villageCode, standing, group, registeredOn, observationSince, exitedOn, incomeFen } = row;
  return {
    registerNo,
    villageCode,
    standing,
    group,
    registeredOn,
    observationSince,
    ...{ exitedOn, incomeFen },
    phone: row.phoneSealed && openColumn(key, 'householdPhone', row.phoneSealed),
    address: row.addressSealed && openColumn(key, 'householdAddress', row.addressSealed),
    members: row.members.map(({ relation, nameSealed, idNumberSealed, status, statusSince, accounts, ...member }) => ({
      relation,
      ...{ canWork: member.canWork, disability: member.disability, minority: member.minority },
      status,
      statusSince,
      name: openColumn(key, 'memberName', nameSealed),
      idNumber: openColumn(key, 'memberIdNumber', idNumberSealed),
      account: accounts[0]
        ? { bankName: accounts[0].bankName, number: openColumn(key, 'accountNumber', accounts[0].numberSealed) }
        : null,
    })),
  };
}

async function everything() {
  return Promise.all([
    db.household.findMany({ orderBy: { id: 'asc' } }),
    db.member.findMany({ orderBy: { id: 'asc' } }),
    db.account.findMany({ orderBy: { id: 'asc' } }),
    db.householdChange.findMany({ orderBy: { id: 'asc' } }),
  ]);
}

/** A day of birth in the last two years, whenever this runs. */
const recently = (): string => new Date(Date.now() - 200 * 86_400_000).toISOString().slice(0, 10);
