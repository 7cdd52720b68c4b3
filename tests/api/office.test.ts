import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readiness } from '../../api/queries/readiness.js';
import { connect } from '../../prisma/client.js';
import { registerCsv, exampleRegister } from '../../prisma/seed/example-register.js';
import { enqueue } from '../../prisma/outbox.js';
import { ordinaryHouseholds, submit } from '../activities/support/submission.js';
import { type ApiAlone, openApiAlone } from './support/api.js';
import { household, official } from './support/people.js';
import type { Visitor } from './support/visitor.js';

describe('the office, while the engine is away', () => {
  let api: ApiAlone;
  let checker: Visitor;
  let administrator: Visitor;
  let households: string[];
  beforeAll(async () => {
    api = await openApiAlone();
    checker = await official(api, 'yl-checker-1');
    administrator = await official(api, 'yl-admin');
    households = await ordinaryHouseholds(api.db, 4);
  });
  afterAll(() => api?.close());

  const registerNoOf = async (id: string) => (await api.db.household.findUniqueOrThrow({ where: { id } })).registerNo;

  describe('a change in a household', () => {
    const report = (by: Visitor, registerNo: string, more: object = {}, extras: object = {}) =>
      by.post('/api/household-changes', { registerNo, kind: 'death', occurredOn: '2026-11-01', ...more }, extras);

    test('is a row first, and says how many open cases it reaches', async () => {
      const [householdId] = households as [string];
      await submit(api.db, { programmeCode: 'beekeeping', householdId });
      const { status, body } = await report(checker, await registerNoOf(householdId));
      expect([status, body.openCases]).toEqual([201, 1]);
      const row = await api.db.householdChange.findUniqueOrThrow({ where: { id: body.id } });
      expect(row).toMatchObject({ householdId, kind: 'death', reportedBy: 'yl-checker-1', toldAt: null });
    });

    test('reported twice with the same key is one', async () => {
      const householdId = households[1]!;
      const extras = { key: crypto.randomUUID() };
      const registerNo = await registerNoOf(householdId);
      const [first, again] = [
        await report(checker, registerNo, {}, extras),
        await report(checker, registerNo, {}, extras),
      ];
      expect(again!.body).toEqual(first!.body);
      expect(await api.db.householdChange.count({ where: { householdId } })).toBe(1);
    });

    test('is reported by whoever keeps the register, for his own area, of a household that there is', async () => {
      const registerNo = await registerNoOf(households[2]!);
      const abroad = await api.db.household.findFirstOrThrow({ where: { villageCode: { startsWith: '330127' } } });
      const answers = [
        await report(api.visitor(), registerNo),
        await report(await official(api, 'yl-339901100-verifier-1'), registerNo),
        await report(checker, abroad.registerNo),
        await report(checker, '000'),
        await report(checker, registerNo, { kind: 'lottery' }),
      ];
      expect(answers.map(({ body }) => body.code)).toEqual([
        'NOT_SIGNED_IN',
        'NOT_ALLOWED',
        'OUT_OF_AREA',
        'NOT_FOUND',
        'INVALID_INPUT',
      ]);
    });
  });

  describe('the calendar', () => {
    const day = (date: string, body: object, by = administrator) => by.put(`/api/calendar/${date}`, body);
    const holiday = { kind: 'holiday', scope: 'county', name: '茶叶节' };

    test('is there for whoever is signed in, the State Council’s days and the county’s own', async () => {
      await day('2026-12-07', holiday);
      const { body } = await (await household(api, households[3]!)).get('/api/calendar?year=2026');
      expect(body.days).toContainEqual({ date: '2026-12-07', scope: 'county', kind: 'holiday', name: '茶叶节' });
      expect(body.days.find(({ date }: { date: string }) => date === '2026-10-01')).toMatchObject({
        scope: 'national',
        kind: 'holiday',
      });
      expect((await api.visitor().get('/api/calendar?year=2026')).body.code).toBe('NOT_SIGNED_IN');
      expect((await checker.get('/api/calendar?year=26')).body.code).toBe('INVALID_INPUT');
    });

    test('of another county is not touched by a county’s own day', async () => {
      await day('2026-12-08', holiday);
      const { body } = await (await official(api, 'ca-checker-1')).get('/api/calendar?year=2026');
      expect(body.days.filter(({ date }: { date: string }) => date === '2026-12-08')).toEqual([]);
    });

    test('of the State Council is not changed by a county', async () => {
      const { status, body } = await day('2026-12-08', { ...holiday, scope: 'national' });
      expect([status, body.code]).toEqual([403, 'OUT_OF_AREA']);
    });

    test('takes a day back', async () => {
      await day('2026-12-09', { ...holiday, kind: 'workday' });
      await day('2026-12-09', { ...holiday, kind: 'plain' });
      const { body } = await checker.get('/api/calendar?year=2026');
      expect(body.days.filter(({ date }: { date: string }) => date === '2026-12-09')).toEqual([]);
    });

    test('is saved while the engine is away, and says that the cases are still to be told', async () => {
      const { status, body } = await day('2026-12-10', holiday);
      expect([status, body]).toEqual([200, { date: '2026-12-10', told: 0, next: 'case:' }]);
      const again = await administrator.put(`/api/calendar/2026-12-10?after=${body.next}`, holiday);
      expect(again.body).toEqual(body);
    });

    test('is set by the administrator, in words of the table, on a day that there is', async () => {
      const answers = [
        await day('2026-12-11', holiday, checker),
        await day('2026-12-11', { ...holiday, kind: 'party' }),
        await day('2026-02-30', holiday),
        await administrator.put('/api/calendar/2026-12-11?after=nonsense', holiday),
      ];
      expect(answers.map(({ body }) => body.code)).toEqual([
        'NOT_ALLOWED',
        'INVALID_INPUT',
        'NOT_FOUND',
        'INVALID_INPUT',
      ]);
    });
  });

  describe('an import of the register', () => {
    const bring = (file: Uint8Array | undefined, by = administrator) => by.upload('/api/register-imports', {}, file);

    test('keeps the good rows, tells the bad ones by line, and changes nothing the second time', async () => {
      const csv = registerCsv(exampleRegister().slice(5, 8));
      const chunan = await official(api, 'ca-admin');
      const file = Buffer.from(
        `${csv}${csv
          .trimEnd()
          .split('\n')
          .at(-1)!
          .replace(/\d{17}[\dX]/, '123')}\n`,
      );
      const before = await api.db.household.count();
      const first = await bring(file, chunan);
      expect(first.status).toBe(201);
      const lines = file.toString().trimEnd().split('\n').length;
      expect(first.body).toMatchObject({ lines: lines - 1, rejected: 1, rejections: [{ line: lines }] });
      expect(await api.db.household.count()).toBeGreaterThan(before);
      const second = await bring(file, chunan);
      expect(second.body).toMatchObject({ sha256: first.body.sha256, changed: 0, rejected: 1 });
    });

    test('takes nothing of another county', async () => {
      const file = await readFile('docs/examples/register.csv');
      const { body } = await bring(file);
      expect([body.changed, body.rejected]).toEqual([0, body.lines]);
    });

    test('says in a sentence why a file is no register', async () => {
      const { status, body } = await bring(Buffer.from('a,b\n1,2\n'));
      expect([status, body.code]).toEqual([415, 'UNREADABLE_REGISTER']);
      expect(body.zh).toContain('CSV');
      expect(body.errors).toEqual([{ field: 'file', zh: expect.stringContaining('列名'), en: expect.any(String) }]);
    });

    test('needs a file, of 15 MB at most, from the administrator', async () => {
      const answers = [
        await bring(undefined),
        await bring(Buffer.alloc(15 * 1024 * 1024 + 1)),
        await bring(Buffer.from('x'), checker),
      ];
      expect(answers.map(({ body }) => body.code)).toEqual(['INVALID_INPUT', 'TOO_LARGE', 'NOT_ALLOWED']);
    });
  });

  describe('accounts of officials', () => {
    const post = { name: '章新', officeId: 'yl-relief', area: '339901', roles: ['countyChecker'] };
    const login = 'yl-checker-3';

    test('are entered by the administrator, once for a login, without a password until one is given', async () => {
      const { status, body } = await administrator.post('/api/staff', { login, ...post });
      expect([status, body.active, body.roles[0].code]).toEqual([201, true, 'countyChecker']);
      expect((await administrator.post('/api/staff', { login, ...post })).body.code).toBe('LOGIN_TAKEN');
      expect((await checker.post('/api/staff', { login, ...post })).body.code).toBe('NOT_ALLOWED');
      const given = { password: 'tell-in-person' };
      expect((await administrator.put(`/api/staff/${login}/password`, given)).status).toBe(204);
      const official3 = api.visitor();
      expect((await official3.post('/api/session/official', { login, ...given })).status).toBe(200);
      const own = { current: 'something else', password: 'known to me alone' };
      expect((await official3.put('/api/session/password', own)).body.code).toBe('WRONG_CREDENTIALS');
      expect((await official3.put('/api/session/password', { ...own, current: given.password })).status).toBe(204);
      const again = { login, password: own.password };
      expect((await api.visitor().post('/api/session/official', again)).status).toBe(200);
    });

    test('hold roles that one person may hold, within the area of whoever enters them', async () => {
      const wrong = (more: object) => administrator.post('/api/staff', { login: 'yl-checker-4', ...post, ...more });
      expect((await wrong({ roles: ['administrator', 'countyChecker'] })).body.errors).toMatchObject([
        { field: 'roles' },
      ]);
      expect((await wrong({ roles: ['paymentMaker', 'paymentReviewer'] })).body.errors).toMatchObject([
        { field: 'roles' },
      ]);
      expect((await wrong({ area: '330127' })).body.code).toBe('OUT_OF_AREA');
      expect((await wrong({ officeId: 'nowhere' })).body.code).toBe('NOT_FOUND');
    });

    test('are changed by somebody else, and a closed one lets nobody in', async () => {
      const closed = { ...post, active: false };
      expect((await administrator.put('/api/staff/yl-admin', closed)).body.code).toBe('OWN_ACCOUNT');
      expect((await administrator.put(`/api/staff/${login}`, closed)).body.active).toBe(false);
      const entering = await api.visitor().post('/api/session/official', { login, password: 'known to me alone' });
      expect(entering.body.code).toBe('WRONG_CREDENTIALS');
      const leaves = await api.db.logEntry.findMany({
        where: { kind: 'official', subject: login },
        orderBy: { id: 'asc' },
      });
      expect(leaves.map(({ leaf }) => JSON.parse(leaf).active)).toEqual([true, false]);
    });

    test('belong to offices and areas that are entered before', async () => {
      const area = { code: '339901900', name: '新镇' };
      expect((await administrator.post('/api/areas', area)).status).toBe(201);
      expect((await administrator.post('/api/areas', area)).body.code).toBe('AREA_KNOWN');
      expect((await administrator.post('/api/areas', { code: '339901901201', name: '新村' })).body.code).toBe(
        'NOT_FOUND',
      );
      const office = { name: '新镇人民政府', kind: 'township', area: area.code };
      const { status, body } = await administrator.post('/api/offices', office);
      expect([status, body.area]).toEqual([201, area]);
      const renamed = await administrator.put(`/api/offices/${body.id}`, { name: '新镇政府' });
      expect(renamed.body).toMatchObject({ name: '新镇政府', officials: 0 });
    });
  });

  test('the outbox shows what was sent, page by page, in the demonstration', async () => {
    const content = { to: '13800002222', subject: '', text: '请登录查看' };
    const message = { channel: 'sms', countyCode: '339901', ...content } as const;
    for (const dedupeKey of ['test/1', 'test/2', 'test/3'])
      await enqueue(api.db, api.keyring, { ...message, dedupeKey });
    const first = await api.visitor().get('/api/outbox?limit=2');
    expect(first.body.items).toMatchObject([content, content]);
    const second = await api.visitor().get(`/api/outbox?limit=2&cursor=${first.body.next}`);
    expect(second.body.items[0]).toMatchObject({ ...content, sentAt: null });
  });

  test('is up, and ready for what needs no engine', async () => {
    expect((await api.visitor().get('/healthz')).body).toEqual({ status: 'up' });
    const { status, body } = await api.visitor().get('/readyz');
    expect([status, body]).toEqual([200, { status: 'degraded', postgres: true, temporal: false }]);
  });

  test('is not ready without its database', async () => {
    const engine = { isReachable: () => Promise.resolve(true) };
    const db = connect('postgresql://nobody@127.0.0.1:1/nothing');
    const deps = { db, engine } as unknown as Parameters<typeof readiness>[0];
    expect(await readiness(deps)).toEqual({ status: 'away', postgres: false, temporal: true });
    await db.$disconnect();
  });
});

test('where real people are served, their messages are on no page', async () => {
  const api = await openApiAlone({ settings: { demonstration: false } });
  expect((await api.visitor().get('/api/outbox')).body.code).toBe('NOT_FOUND');
  expect((await api.visitor().get('/outbox')).status).toBe(404);
  expect((await api.visitor().get('/')).body.toString()).not.toContain('/outbox');
  await api.close();
});
